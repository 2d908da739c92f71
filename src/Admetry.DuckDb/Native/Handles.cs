using System.Runtime.InteropServices;

namespace Admetry.DuckDb.Native;

/// <summary>An open database. The engine itself keeps it alive while a connection lives.</summary>
sealed class DatabaseHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        DuckDbLibrary.Close(ref handle);
        return true;
    }
}

/// <summary>An open connection. Counted, so that an interrupt from another thread never meets a freed connection.</summary>
sealed class ConnectionHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        DuckDbLibrary.Disconnect(ref handle);
        return true;
    }
}

/// <summary>A prepared statement, valid also after its connection was closed.</summary>
sealed class StatementHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        DuckDbLibrary.DestroyPrepare(ref handle);
        return true;
    }
}
