using Npgsql;

namespace Admetry.Storage.Warehouse;

/// <summary>The one binary COPY that a connection can run: it stays open while the same table is written, so that the server takes rows
/// in while the next ones are made.</summary>
sealed class PostgresCopy(NpgsqlConnection connection)
{
    // The signature, no flags, no extension.
    static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    NpgsqlRawCopyStream? stream;
    string table = "";

    /// <summary>Sends whole rows in the format of COPY.</summary>
    public void Send(string to, ReadOnlySpan<byte> rows)
    {
        if (to != table)
        {
            Complete();
            stream = connection.BeginRawBinaryCopy($"copy {to} from stdin (format binary)");
            table = to;
            stream.Write(Header);
        }

        stream!.Write(rows);
    }

    /// <summary>Ends the copy: its rows are in the table.</summary>
    /// <exception cref="PostgresException">The server refuses a row.</exception>
    public void Complete()
    {
        if (stream is null)
            return;

        stream.Write([0xFF, 0xFF]);
        Close().Dispose();
    }

    /// <summary>Ends the copy without its rows.</summary>
    public void Abandon()
    {
        if (stream is null)
            return;

        using var open = Close();
        try
        {
            open.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The session was ended under it, and the copy with it: nothing is left to give up, and whoever wrote knows the reason.
        }
    }

    NpgsqlRawCopyStream Close()
    {
        var open = stream!;
        (stream, table) = (null, "");
        return open;
    }
}
