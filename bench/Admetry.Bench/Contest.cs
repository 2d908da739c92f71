using System.Diagnostics;

namespace Admetry.Bench;

/// <summary>One side of a comparison.</summary>
/// <param name="Run">The measured work.</param>
/// <param name="Prepare">Runs before each measurement and is not measured; null where nothing is needed.</param>
sealed record Contestant(Func<Task> Run, Func<Task>? Prepare = null);

/// <summary>Which side of the limit is good.</summary>
enum Good { AtMost, AtLeast }

/// <summary>Our work against the least that could do the same.</summary>
/// <param name="Baseline">Null: our time itself, in seconds, is held against the limit.</param>
/// <param name="Good">AtMost: our time ÷ the baseline's. AtLeast: our speed ÷ the baseline's.</param>
/// <param name="Goal">What we want.</param>
/// <param name="Gate">What makes the run fail; wider than the goal where noise needs it.</param>
sealed record Contest(string Name, Contestant Ours, Contestant? Baseline, Good Good, double Goal, double Gate)
{
    /// <summary>Short work is run until each side has had this long.</summary>
    static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    /// <summary>How often each side is measured; few where one run takes minutes.</summary>
    public int Samples { get; init; } = 7;

    /// <summary>Warms both sides up, then lets them alternate run by run, so that what else the machine does hits both alike.</summary>
    public async Task<Outcome> RunAsync()
    {
        var (once, _) = (await WarmAsync(Ours), Baseline is null ? default : await WarmAsync(Baseline));
        var rounds = Math.Max(Samples, Ours.Prepare is null && Baseline?.Prepare is null ? Rounds(once) : 0);
        var (ours, theirs) = (new List<Sample>(), new List<Sample>());
        for (var i = 0; i < rounds; i++)
        {
            // Whoever comes second may find caches warm: they take turns at it.
            if (Baseline is not null && i % 2 == 1)
                theirs.Add(await MeasureAsync(Baseline, rounds));
            ours.Add(await MeasureAsync(Ours, rounds));
            if (Baseline is not null && i % 2 == 0)
                theirs.Add(await MeasureAsync(Baseline, rounds));
        }

        return new(this, Sample.Middle(ours), Baseline is null ? null : Sample.Middle(theirs));
    }

    static async Task<Sample> WarmAsync(Contestant side)
    {
        await MeasureAsync(side, 1);
        return await MeasureAsync(side, 1);
    }

    static int Rounds(Sample once) => (int)Math.Clamp(Least / TimeSpan.FromSeconds(Math.Max(1e-6, once.Wall)), 1, 500);

    static async Task<Sample> MeasureAsync(Contestant side, int rounds)
    {
        if (side.Prepare is not null)
            await side.Prepare();
        if (rounds < 50)
            Collect();
        var (cpu, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        await side.Run();
        watch.Stop();
        return new(watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    // Where runs are short and many, what they leave behind is collected in its course, as in a server.
    static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}

/// <summary>Seconds of one run: by the clock, and of this process's processors.</summary>
readonly record struct Sample(double Wall, double Cpu)
{
    /// <summary>The median by the clock, and the mean of processor time, whose clock is too coarse for one short run.</summary>
    public static Sample Middle(List<Sample> samples)
    {
        double[] walls = [.. samples.Select(sample => sample.Wall).Order()];
        return new(walls[walls.Length / 2], samples.Average(sample => sample.Cpu));
    }
}

/// <summary>The medians of a contest and what they say.</summary>
sealed record Outcome(Contest Contest, Sample Ours, Sample? Baseline)
{
    public double Value => Baseline is not { } baseline ? Ours.Wall
        : Contest.Good is Good.AtMost ? Ours.Wall / baseline.Wall : baseline.Wall / Ours.Wall;

    public double? CpuValue => Baseline is not { Cpu: > 0 } baseline || Ours.Cpu <= 0 ? null
        : Contest.Good is Good.AtMost ? Ours.Cpu / baseline.Cpu : baseline.Cpu / Ours.Cpu;

    public bool ReachesGoal => Holds(Contest.Goal);

    public bool Passes => Holds(Contest.Gate);

    bool Holds(double limit) => Contest.Good is Good.AtMost ? Value <= limit : Value >= limit;
}
