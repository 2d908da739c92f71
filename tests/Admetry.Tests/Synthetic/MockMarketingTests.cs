using System.Globalization;
using System.Text.Json;
using Admetry.App.Pipeline;
using Admetry.Connectors.Exports;
using Admetry.Synthetic;
using Admetry.Statistics;
using Xunit;

namespace Admetry.Tests.Synthetic;

/// <summary>Mock data is a function of the seed, looks like marketing, and grows run by run.</summary>
public sealed class MockMarketingTests : IDisposable
{
    static readonly DateOnly Monday = new(2024, 1, 1);

    readonly string folder = Directory.CreateTempSubdirectory("admetry-mock-").FullName;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_same_seed_and_run_give_the_same_lines_and_another_seed_others()
    {
        Assert.Equal(Text(7, 1), Text(7, 1));
        Assert.NotEqual(Text(7, 1), Text(8, 1));
    }

    [Fact]
    public void Google_rows_have_plausible_rates_several_rows_a_campaign_day_and_two_decimals()
    {
        var rows = Lines("google_ads.csv").Select(line => line.Split(',')).ToList();
        var (clicks, impressions) = (Sum(rows, 3), Sum(rows, 4));

        Assert.InRange(clicks / impressions, 0.01m, 0.06m);
        Assert.All(rows, row => Assert.Matches(@"^\d+\.\d{2}$", row[5]));
        Assert.All(rows.GroupBy(row => (row[0], row[2])), day => Assert.True(day.Count() >= 3));
        Assert.Equal(rows.Count, rows.Select(row => string.Join(',', row[0], row[1], row[2], row[6], row[7])).Distinct().Count());
    }

    [Fact]
    public void Weekends_are_quieter()
    {
        var byDay = Lines("google_ads.csv").Select(line => line.Split(','))
            .ToLookup(row => DateOnly.Parse(row[2], CultureInfo.InvariantCulture).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

        Assert.True(Sum(byDay[true], 4) / 4 < Sum(byDay[false], 4) / 10);
    }

    [Fact]
    public void Facebook_has_reach_and_no_impressions()
    {
        Assert.All(Lines("facebook_ads.json"), line =>
        {
            var names = JsonDocument.Parse(line).RootElement.EnumerateObject().Select(property => property.Name);
            Assert.Equal(["fb_campaign_id", "client", "date", "clicks", "reach", "spend", "platform", "geo"], names);
        });
    }

    [Fact]
    public void Some_email_revenue_falls_on_days_without_email()
    {
        var sent = Lines("email_campaigns.csv").Select(line => line.Split(',')).Select(row => (row[1], row[2])).ToHashSet();
        var earned = Lines("revenue.csv").Select(line => line.Split(',')).Where(row => row[2] == "email").Select(row => (row[0], row[1])).ToList();

        Assert.Equal(6 * MockMarketing.Days, earned.Count);
        Assert.Contains(earned, day => !sent.Contains(day));
    }

    [Fact]
    public async Task Each_run_continues_the_days_and_keeps_what_is_there()
    {
        var first = await MockFiles.WriteAsync(folder, 5, Cancel);
        var before = Directory.GetFiles(folder).ToDictionary(path => path, File.ReadAllText);
        var second = await MockFiles.WriteAsync(folder, 5, Cancel);

        Assert.Equal((0, Monday, Monday.AddDays(13)), (first.Run, first.Days.First, first.Days.Last));
        Assert.Equal((1, Monday.AddDays(14), Monday.AddDays(27)), (second.Run, second.Days.First, second.Days.Last));
        Assert.Equal(1, second.Lines["clients.csv"]);
        Assert.All(before, file => Assert.StartsWith(file.Value.TrimEnd('\n', ']'), File.ReadAllText(file.Key), StringComparison.Ordinal));
        var elements = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "facebook_ads.json"), Cancel)).RootElement;
        Assert.Equal(first.Lines["facebook_ads.json"] + second.Lines["facebook_ads.json"], elements.GetArrayLength());
    }

    [Fact]
    public async Task The_same_seed_and_runs_give_the_same_bytes()
    {
        var (one, two) = (Path.Combine(folder, "one"), Path.Combine(folder, "two"));
        foreach (var path in new[] { one, two, one, two })
            await MockFiles.WriteAsync(path, 9, Cancel);

        Assert.Equal(6, Directory.GetFiles(one).Length);
        Assert.All(Directory.GetFiles(one), path => Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(two, Path.GetFileName(path)))));
    }

    [Fact]
    public async Task A_run_that_was_cut_off_is_finished_by_the_next()
    {
        await MockFiles.WriteAsync(folder, 5, Cancel);
        var revenue = Path.Combine(folder, "revenue.csv");
        var before = await File.ReadAllTextAsync(revenue, Cancel);
        await MockFiles.WriteAsync(folder, 5, Cancel);
        var whole = await File.ReadAllTextAsync(revenue, Cancel);
        await File.WriteAllTextAsync(revenue, before, Cancel);

        var finished = await MockFiles.WriteAsync(folder, 5, Cancel);

        Assert.Equal(["revenue.csv"], finished.Lines.Keys);
        Assert.Equal(whole, await File.ReadAllTextAsync(revenue, Cancel));
    }

    [Fact]
    public async Task A_file_of_another_kind_is_left_alone()
    {
        var path = Path.Combine(folder, "google_ads.csv");
        await File.WriteAllTextAsync(path, "mine\n", Cancel);

        await Assert.ThrowsAsync<InvalidDataException>(() => MockFiles.WriteAsync(folder, 5, Cancel));

        Assert.Equal([path], Directory.GetFiles(folder));
        Assert.Equal("mine\n", await File.ReadAllTextAsync(path, Cancel));
    }

    [Fact]
    public void Random_numbers_are_even_and_streams_unrelated()
    {
        var random = new CounterRandom(3);
        var (first, second) = (Numbers(1), Numbers(2));

        Assert.InRange(first.Average(), 0.49, 0.51);
        Assert.All(Enumerable.Range(0, 10), tenth => Assert.InRange(first.Count(u => (int)(u * 10) == tenth), 1800, 2200));
        Assert.InRange(first.Zip(second, (a, b) => (a - 0.5) * (b - 0.5)).Average() * 12, -0.03, 0.03);

        double[] Numbers(int stream) => [.. Enumerable.Range(0, 20_000).Select(place => random.Uniform(place, stream))];
    }

    static IReadOnlyList<string> Lines(string name) => MockMarketing.Generate(5, 0, Monday).Single(file => file.Name == name).Lines;

    static string Text(int seed, int run) =>
        string.Join('\n', MockMarketing.Generate(seed, run, Monday).SelectMany(file => file.Lines.Prepend(file.Header)));

    static decimal Sum(IEnumerable<string[]> rows, int column) => rows.Sum(row => decimal.Parse(row[column], CultureInfo.InvariantCulture));
}
