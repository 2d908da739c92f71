using System.Globalization;
using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

/// <summary>One statement, planned, to be run any number of times with other parameters.</summary>
sealed class PreparedStatement : IDisposable
{
    readonly StatementHandle handle;
    readonly string[] parameters;
    readonly bool isQuery;

    /// <summary>Prepares statement <paramref name="index"/> of an extracted list, once.</summary>
    public PreparedStatement(ConnectionHandle connection, nint extracted, ulong index)
    {
        var state = DuckDbLibrary.PrepareExtracted(connection, extracted, index, out handle);
        if (state != 0)
            using (handle)
                throw DuckDbException.FromText(DuckDbLibrary.Text(DuckDbLibrary.PrepareError(handle)));

        isQuery = DuckDbLibrary.StatementType(handle) == NativeStatementType.Select;
        parameters = new string[DuckDbLibrary.ParameterCount(handle)];
        for (var i = 0; i < parameters.Length; i++)
            parameters[i] = DuckDbLibrary.TakeText(DuckDbLibrary.ParameterName(handle, (ulong)i + 1))!;
    }

    /// <summary>Runs it. A query streams: its rows are made while they are fetched.</summary>
    public NativeResult Execute(DuckDbParameterCollection values, Interruption interruption)
    {
        for (var i = 0; i < parameters.Length; i++)
            Bind(i, Find(values, i));

        // TRICKY: the engine forgets earlier interrupts when it makes the pending result, so ask after that.
        var state = isQuery
            ? DuckDbLibrary.PendingPreparedStreaming(handle, out var pending)
            : DuckDbLibrary.PendingPrepared(handle, out pending);
        try
        {
            if (state != 0)
                throw DuckDbException.FromText(DuckDbLibrary.Text(DuckDbLibrary.PendingError(pending)));
            if (interruption.IsRequested)
                throw interruption.Explain(null);
            return DuckDbLibrary.ExecutePending(pending, out var result) == 0 ? result : throw Failed(ref result);
        }
        finally
        {
            DuckDbLibrary.DestroyPending(ref pending);
        }
    }

    static DuckDbException Failed(ref NativeResult result)
    {
        var error = DuckDbException.From(ref result);
        DuckDbLibrary.DestroyResult(ref result);
        return error;
    }

    void Bind(int index, DuckDbParameter parameter)
    {
        var value = ParameterValue.Create(parameter);
        try
        {
            if (DuckDbLibrary.BindValue(handle, (ulong)index + 1, value) != 0)
                throw DuckDbException.FromText(DuckDbLibrary.Text(DuckDbLibrary.PrepareError(handle)));
        }
        finally
        {
            DuckDbLibrary.DestroyValue(ref value);
        }
    }

    DuckDbParameter Find(DuckDbParameterCollection values, int index)
    {
        var name = parameters[index];
        foreach (var value in values.Items)
            if (value.IsNamed(name))
                return value;

        // A question mark is named by its number and takes the parameter at that place.
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && place >= 1 && place <= values.Count && values.Items[place - 1].ParameterName is "")
            return values.Items[place - 1];

        throw new InvalidOperationException(
            $"The statement's parameter ${name} has no value; the command has: "
            + $"{(values.Count == 0 ? "none" : string.Join(", ", values.Items.Select(value => value.ParameterName)))}.");
    }

    public void Dispose() => handle.Dispose();
}
