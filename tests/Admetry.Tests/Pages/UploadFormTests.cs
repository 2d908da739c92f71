using Admetry.App.Pages;
using Admetry.Connectors.Exports.Explanations;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace Admetry.Tests.Pages;

public sealed class UploadFormTests
{
    static readonly ExplainedColumn[] Found = [new("Tag", "day", "day", []), new("Kosten", "spend", "spend", []), new("Notiz", "", "", [])];

    [Fact]
    public void What_is_left_as_it_was_found_corrects_nothing() =>
        Assert.True(Form(("c.0", "day"), ("c.1", "spend"), ("c.2", "ignore"), ("numbers", "")).ToHints(Found, isUnknown: false).Corrections!.IsEmpty);

    [Fact]
    public void Only_what_differs_is_a_correction()
    {
        var hints = Form(("c.0", "day"), ("c.1", "conversion_value"), ("c.2", "campaign_name"), ("numbers", "1.234,56"), ("dates", "dmy"), ("currency", "eur"), ("account", "42")).ToHints(Found, isUnknown: false);

        Assert.Equal([("Kosten", "conversion_value"), ("Notiz", "campaign_name")], hints.Corrections!.Columns.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(("1.234,56", "dmy", "EUR", "42"), (hints.Numbers, hints.DateOrder, hints.Currency, hints.AccountId));
        Assert.Null(hints.Mapping);
    }

    [Fact]
    public void Of_an_unknown_file_the_choices_are_the_mapping()
    {
        var mapping = Form(("c.0", "day"), ("c.1", "spend"), ("c.2", "ignore"), ("platform", "criteo")).ToHints(Found, isUnknown: true).Mapping!;

        Assert.Equal([("day", "Tag"), ("spend", "Kosten")], mapping.Columns.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal(("criteo", "delivery"), (mapping.Platform, mapping.Target));
        Assert.Null(Form().ToHints(Found, isUnknown: true).Mapping);
        Assert.Equal("revenue", Form(("c.0", "day"), ("c.1", "amount")).ToHints(Found, isUnknown: true).Mapping!.Target);
        Assert.Equal("engagement", Form(("c.0", "day"), ("c.1", "emails_sent")).ToHints(Found, isUnknown: true).Mapping!.Target);
    }

    [Fact]
    public void What_cannot_be_followed_is_said()
    {
        Assert.Equal(
            [
                "XXQ is no currency. Write its three letters, such as EUR.", "yesterday is no range of days. Write it as 2024-01-01..2024-01-31.",
                "nonsense is no column that Admetry knows.", "2 columns are read as spend; one can be.",
            ],
            Form(("c.0", "spend"), ("c.1", "spend"), ("c.2", "nonsense"), ("currency", "xxq"), ("period", "yesterday")).Problems);
        Assert.Empty(Form(("c.x", "spend"), ("c.99999999999", "spend"), ("other", "1")).Columns);
    }

    static UploadForm Form(params (string Name, string Value)[] said) =>
        UploadForm.Of(said.Select(pair => new KeyValuePair<string, StringValues>(pair.Name, pair.Value)));
}
