using System.Data.Common;
using Dapper;

namespace Admetry.Storage.Warehouse;

/// <summary>Fills <c>dim_platform</c> from the vocabulary.</summary>
static class Platforms
{
    public static Task WriteAsync(DbConnection connection) => connection.ExecuteAsync(
        """
        insert into dim_platform (platform_id, platform_code, platform_name, channel)
        select @Id, @Code, @Name, @Channel where not exists (select 1 from dim_platform where platform_id = @Id)
        """,
        Platform.All);
}
