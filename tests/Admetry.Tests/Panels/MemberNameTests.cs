using Admetry.App.Components;
using Admetry.App.Panels;
using Admetry.Metrics;
using Xunit;

namespace Admetry.Tests.Panels;

public sealed class MemberNameTests
{
    [Theory]
    [InlineData("action_type", "add_to_cart", "Add to cart"), InlineData("attribution_window", "7d_click", "7-day click"), InlineData("attribution_window", "1d_view", "1-day view")]
    [InlineData("channel", "ctv", "CTV"), InlineData("deal_type", "pmp", "PMP"), InlineData("device", "mobile", "Mobile"), InlineData("age", "25-34", "25-34"), InlineData("gender", "", "Unknown")]
    public void Words_of_a_vocabulary_are_written_as_people_write_them(string dimension, string key, string name) =>
        Assert.Equal(name, MemberName.Of(Dimensions.Find(dimension)!, key));

    [Theory]
    [InlineData("campaign", "iPhone_launch"), InlineData("publisher", "the daily_post"), InlineData("client", "c101"), InlineData("keyword", "7d_click"), InlineData("creative", "ctv")]
    public void Names_stay_as_somebody_wrote_them(string dimension, string name) => Assert.Equal(name, MemberName.Of(Dimensions.Find(dimension)!, name));

    [Theory, InlineData("Gross billed", "gross billed"), InlineData("CTR", "CTR"), InlineData("eCPM", "eCPM"), InlineData("Cost per CPA day", "cost per CPA day"), InlineData("", "")]
    public void A_title_within_a_sentence_is_small_but_for_its_abbreviations(string title, string text) => Assert.Equal(text, title.InText());
}
