using System.Data.Common;

namespace Admetry.Storage.Warehouse;

/// <summary>Makes commands of statements.</summary>
static class Commands
{
    public static DbCommand For(DbConnection connection, SqlStatement statement)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement.Text;
        foreach (var (name, value) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
