using Admetry.Finance;
using Admetry.Metrics;
using Admetry.Tests.Fixtures;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Admetry.Tests.Pages;

/// <summary>What any number means is one action away, and how far the data reaches stands on every page.</summary>
[Trait("needs", "server")]
public sealed class MeaningTests(AcmeServer acme)
{
    static readonly HashSet<string> Defined = [.. Catalogue.BuiltIn.All.Select(metric => metric.Name), .. FinanceFigures.All.Select(figure => figure.Name)];

    /// <summary>Whose numbers are no metrics: definitions themselves, loads, and what is typed.</summary>
    static readonly string[] Without = ["/definitions", "/data", "/import", "/notes", "/filter?for=/&dim=campaign&find=video"];

    public static TheoryData<string> All => [.. PageAddresses.All.Select(row => row.Data).Where(path => path is not "/nowhere")];

    [Theory, MemberData(nameof(All)), Scored(Row.Definitions)]
    public async Task Each_number_has_its_definition_in_a_menu_of_its_card_and_each_page_its_freshness(string path)
    {
        var page = await acme.PageAsync(path);

        Assert.Matches("^Data through [0-9]{1,2} [A-Z][a-z]+ 20[0-9]{2}", page.QuerySelector(".freshness")!.TextContent);
        var cards = Without.Contains(path) ? [] : page.QuerySelectorAll(".kpi, .card").Where(HasNumbers).ToList();
        Assert.Equal(Without.Contains(path), cards is []);
        Assert.Empty(cards.Where(card => !Meanings(page, card).Any()).Select(card => card.TextContent.Trim()));
        Assert.Empty(cards.SelectMany(card => Meanings(page, card)).Except(Defined));
    }

    /// <summary>A chart's numbers stand in its table; a finding about the books carries its evidence, which is how its amount came about.</summary>
    static bool HasNumbers(IElement card) =>
        card.QuerySelectorAll(".value, td, dd, li").Any(cell => cell.TextContent.Any(char.IsAsciiDigit)) && !card.QuerySelectorAll("thead th").Any(head => head.TextContent.Trim() is "Evidence");

    /// <summary>The definitions that a link of the card, or a menu or a popover that a button of it opens, leads to.</summary>
    static IEnumerable<string> Meanings(IHtmlDocument page, IElement card) =>
        card.QuerySelectorAll("[popovertarget]").Select(button => page.GetElementById(button.GetAttribute("popovertarget")!)!).Append(card)
            .SelectMany(place => place.QuerySelectorAll("a[href*='/definitions#']")).Select(link => link.GetAttribute("href")!.Split('#')[1]);
}
