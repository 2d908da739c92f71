namespace Admetry.Tests.Fixtures;

/// <summary>A clock that stands still.</summary>
sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
