using Admetry.DuckDb;

namespace Admetry.Tests.DuckDb;

/// <summary>Short forms for questions to the engine.</summary>
static class DuckDbTestDatabase
{
    public static DuckDbConnection InMemory(string settings = "")
    {
        var connection = new DuckDbConnection($"Data Source=:memory:;threads=2;{settings}");
        connection.Open();
        return connection;
    }

    public static DuckDbCommand Command(
        this DuckDbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = new DuckDbCommand(sql, connection);
        foreach (var (name, value) in parameters)
            command.Parameters.Add(name, value);
        return command;
    }

    public static int Run(
        this DuckDbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    public static object? Scalar(
        this DuckDbConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteScalar();
    }
}
