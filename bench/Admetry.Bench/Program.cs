using Admetry.Bench;

// dotnet run --project bench/Admetry.Bench -c Release [-- NAME]: all benchmarks, or those whose group is NAME.
var groups = new (string Name, Func<IAsyncEnumerable<Outcome>> Run)[]
{
    ("query", QueryBench.RunAsync), ("load", LoadBench.RunAsync), ("postgres", PostgresLoadBench.RunAsync),
    ("import", ImportBench.RunAsync), ("start", StartBench.RunAsync), ("memory", MemoryBench.RunAsync),
    ("recognise", RecogniseBench.RunAsync), ("export", ExportBench.RunAsync), ("generate", GenerateBench.RunAsync), ("pages", PagesBench.RunAsync),
};
var isLong = Environment.GetEnvironmentVariable("ADMETRY_LONG") is "1";
var chosen = groups.Where(group => args is [] ? isLong || group.Name is not ("memory" or "export" or "pages") : args.Contains(group.Name)).ToList();
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"No benchmark of that name. There are: {string.Join(", ", groups.Select(group => group.Name))}.");
    return 2;
}

var outcomes = new List<Outcome>();
Report.PrintHeader();
foreach (var (_, run) in chosen)
    await foreach (var outcome in run())
    {
        outcomes.Add(outcome);
        Report.Print(outcome);
        Report.Write(outcomes); // each at once: a run that is cut off keeps what it measured
    }

return outcomes.All(outcome => outcome.Passes) ? 0 : 1;
