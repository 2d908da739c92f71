using System.CommandLine;
using System.Globalization;
using Admetry.App.Pipeline;

namespace Admetry.App.Commands;

/// <summary><c>admetry generate mock DIR</c>: made-up files to try things on.</summary>
static class GenerateCommand
{
    public const int DefaultSeed = 42;

    public static Command Create(CommandHost host)
    {
        var directory = new Argument<string>("DIR") { Description = "Where the six files are, or will be." };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same files.", DefaultValueFactory = _ => DefaultSeed, HelpName = "NUMBER" };
        var runs = new Option<int>("--runs") { Description = "How many times two weeks are added.", DefaultValueFactory = _ => 1, HelpName = "NUMBER" };
        var mock = new Command("mock", "Writes six raw marketing files, and appends two more weeks to them on every run.\n\nExample: admetry generate mock data/raw") { directory, seed, runs }.Does(host, async run =>
        {
            for (var i = 0; i < Math.Max(1, run.Arguments.GetValue(runs)); i++)
            {
                var written = await MockFiles.WriteAsync(run.PathOf(run.Arguments.GetValue(directory)!), run.Arguments.GetValue(seed), run.Cancel);
                await run.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{written.Days}: {string.Join(", ", written.Lines.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Key} +{file.Value:N0}")))}"));
            }

            return ExitCode.Done;
        });
        return new Command("generate", "Makes data to try things on.") { mock };
    }
}
