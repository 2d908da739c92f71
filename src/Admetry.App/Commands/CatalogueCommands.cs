using System.CommandLine;
using Admetry.App.Workspace;
using Admetry.Metrics;

namespace Admetry.App.Commands;

/// <summary><c>metrics</c> and <c>dimensions</c>: what can be asked.</summary>
static class CatalogueCommands
{
    public static Command Metrics(CommandHost host)
    {
        var format = LoadCommands.FormatOption();
        return new Command("metrics", "Lists every metric with its definition, the workspace's own included.\n\nExample: admetry metrics --format json") { format }.Does(host, async run =>
        {
            var table = new TextTable([new("name", "Name"), new("title", "Title"), new("unit", "Unit"), new("better", "Better"), new("definition", "Definition")]);
            foreach (var metric in Known(run).All)
                table.Add(metric.Name, metric.Title, metric.Unit.ToString(), metric.Better.ToString(), metric.Definition);
            await table.WriteAsync(run.Output, run.Arguments.GetValue(format));
            return ExitCode.Done;
        });
    }

    public static Command Dimensions(CommandHost host)
    {
        var format = LoadCommands.FormatOption();
        return new Command("dimensions", "Lists what numbers can be broken down and filtered by.\n\nExample: admetry dimensions") { format }.Does(host, async run =>
        {
            var table = new TextTable([new("name", "Name"), new("title", "Title"), new("definition", "Definition")]);
            foreach (var dimension in Admetry.Metrics.Dimensions.All)
                table.Add(dimension.Name, dimension.Title, dimension.Definition);
            await table.WriteAsync(run.Output, run.Arguments.GetValue(format));
            return ExitCode.Done;
        });
    }

    // Outside a workspace the product's own metrics are listed.
    static Catalogue Known(CommandRun run)
    {
        var folder = new WorkspaceFolder(Path.GetFullPath(run.Arguments.GetValue(CommandLine.WorkspaceOption) ?? ".", run.Host.CurrentDirectory));
        return File.Exists(folder.SettingsFile) ? Catalogue.BuiltIn.With(folder.ReadSettings().Metrics) : Catalogue.BuiltIn;
    }
}
