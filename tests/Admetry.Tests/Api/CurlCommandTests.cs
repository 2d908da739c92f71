using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Admetry.App.Api;
using Admetry.App.Panels;
using Admetry.Tests.Fixtures;
using Xunit;

namespace Admetry.Tests.Api;

/// <summary>What is copied as cURL: it means itself to a shell, and asks what the page asked.</summary>
public sealed class CurlCommandTests(AcmeServer acme)
{
    static readonly string[] Hostile =
    [
        "", " ", "'", "''", "'\\''", "\\", "\\'", "\"", "$HOME", "$(exit 3)", "`exit 3`", "a'; exit 3; '", "!!", "*", "~", "-n", "--", "@/etc/passwd", "#x", "&", "|", ">", "<",
        "line\nbreak", "tab\there", "\r\n", "{}[]", "حملة", "🚀", "\u0001", "%s", "\\n",
    ];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task A_quoted_word_is_itself_to_a_shell(int seed)
    {
        List<string> words = [.. Hostile, .. Enumerable.Range(0, 400).Select(i => Random(seed * 1000 + i))];
        var script = string.Concat(words.Select(word => $"printf '%s\\0' {ShellWord.Of(word)}\n"));

        var said = await RunAsync(script);

        Assert.Equal(words, said[..^1].Split('\0'));
    }

    [Fact]
    public void What_no_command_can_hold_is_refused() => Assert.Throws<ArgumentException>(() => ShellWord.Of("a\0b"));

    [Fact]
    public async Task The_copied_command_asks_what_the_page_asked()
    {
        var link = "m=spend,ctr&by=device&from=2024-01-01&to=2024-03-31&f=campaign!:it%27s;device:mobile,desktop&totals=true&compare=2023-01-01..2023-03-31&limit=5";
        var command = (await acme.TextAsync($"{QueryLink.Curl}?{link}")).TrimEnd('\n');

        var words = (await RunAsync($"curl() {{ for word; do printf '%s\\0' \"$word\"; done; }}\n{command}\n")).TrimEnd('\0').Split('\0');
        Assert.Equal("-sS", words[0]);
        Assert.Equal($"{await acme.UrlAsync()}/api/v1/query", words[1]);
        Assert.Equal(["-H", "Content-Type: application/json", "--data-raw"], words[2..5]);
        using var content = new StringContent(words[5], Encoding.UTF8, "application/json");
        using var response = await acme.PostAsync("/api/v1/query", content);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        var rows = answer.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("keys").GetProperty("device").GetString()).ToList();
        var lines = (await acme.TextAsync($"{QueryLink.Csv}?{link}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(lines.Skip(1).Select(line => line.Split(',')[0]).Where(key => key is not "").Take(rows.Count), rows);
        Assert.NotEmpty(rows);
        Assert.Equal("2023-01-01", answer.RootElement.GetProperty("comparedWith").GetProperty("from").GetString());
        Assert.NotEqual(JsonValueKind.Null, answer.RootElement.GetProperty("total").ValueKind);
    }

    [Fact]
    public async Task A_question_that_means_nothing_has_no_command()
    {
        using var response = await acme.GetAsync($"{QueryLink.Curl}?m=luck&from=2024-01-01&to=2024-01-31");
        Assert.Equal(400, (int)response.StatusCode);
    }

    static async Task<string> RunAsync(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", "-s")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = new UTF8Encoding(false), StandardInputEncoding = new UTF8Encoding(false),
        })!;
        var said = shell.StandardOutput.ReadToEndAsync(Cancel);
        await shell.StandardInput.WriteAsync(script);
        shell.StandardInput.Close();
        await shell.WaitForExitAsync(Cancel);
        Assert.Equal(0, shell.ExitCode);
        return await said;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5394", Justification = "Test data.")]
    static string Random(int seed)
    {
        var random = new Random(seed);
        const string Letters = "'\"\\$`!*?;&|<>(){}[]#~ \t\n-=%@^:,.aé中";
        return string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => Letters[random.Next(Letters.Length)]));
    }
}
