using Admetry.DuckDb.Native;

namespace Admetry.DuckDb;

/// <summary>Lets a token, a time limit or <c>Cancel</c> stop the engine while it works for one command.</summary>
/// <remarks>
/// <see cref="Begin"/> and <see cref="End"/> enclose each call into the engine. Outside of them nothing is interrupted,
/// since an interrupt that arrives late would stop the next statement instead.
/// </remarks>
sealed class Interruption(ConnectionHandle connection, TimeSpan limit) : IDisposable
{
    readonly Lock gate = new();
    Timer? timer;
    CancellationToken token;
    CancellationTokenRegistration registration;
    bool isWorking, isCancelled, isLate;

    /// <summary>Whether somebody asked to stop: checked once the engine has forgotten earlier interrupts.</summary>
    public bool IsRequested => isCancelled || isLate || token.IsCancellationRequested;

    public void Begin(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        lock (gate)
            (isWorking, token) = (true, cancel);
        if (limit > TimeSpan.Zero)
        {
            timer ??= new Timer(static self => ((Interruption)self!).Stop(isTimeout: true), this, -1, -1);
            timer.Change(limit, Timeout.InfiniteTimeSpan);
        }

        registration = cancel.UnsafeRegister(static self => ((Interruption)self!).Stop(isTimeout: false), this);
    }

    public void End()
    {
        lock (gate)
            isWorking = false;
        timer?.Change(Timeout.Infinite, Timeout.Infinite);
        registration.Dispose();
    }

    /// <summary>Stops the call that runs now, if one does.</summary>
    public void Cancel()
    {
        lock (gate)
        {
            isCancelled = isWorking;
            if (isWorking)
                DuckDbLibrary.Interrupt(connection);
        }
    }

    /// <summary>The exception that says why the engine stopped.</summary>
    public Exception Explain(DuckDbException? error)
    {
        var type = error?.ErrorType ?? DuckDbErrorType.Interrupt;
        if (error is not null && type != DuckDbErrorType.Interrupt)
            return error;
        if (token.IsCancellationRequested)
            return new OperationCanceledException("The query was cancelled.", error, token);
        if (isLate)
            return new DuckDbException(
                $"The engine passed the command's time limit of {limit.TotalSeconds} s.", type, new TimeoutException());
        return new DuckDbException("The query was cancelled.", type, error);
    }

    void Stop(bool isTimeout)
    {
        lock (gate)
        {
            if (!isWorking)
                return;
            isLate |= isTimeout;
            DuckDbLibrary.Interrupt(connection);
        }
    }

    public void Dispose() => timer?.Dispose();
}
