using Xunit;

namespace Admetry.Tests;

public sealed class CampaignStatesTests
{
    [Theory]
    [InlineData("Enabled", "ACTIVE"), InlineData("active", "ACTIVE"), InlineData("Limited by budget", "ACTIVE"), InlineData("not_delivering", "ACTIVE")]
    [InlineData("Aktiviert", "ACTIVE"), InlineData("PAUSED", "PAUSED"), InlineData("inactive", "PAUSED"), InlineData("En pausa", "PAUSED")]
    [InlineData("recently_completed", "COMPLETED"), InlineData(" Ended ", "COMPLETED"), InlineData("Beëindigd", "COMPLETED")]
    [InlineData("一時停止", "PAUSED"), InlineData("Wstrzymana", "PAUSED"), InlineData("завершена", "COMPLETED"), InlineData("Etkin", "ACTIVE")]
    [InlineData("Removed", "DELETED"), InlineData("archived", "DELETED"), InlineData("Gelöscht", "DELETED")]
    public void Every_platforms_word_comes_down_to_one_of_four_states(string word, string state) => Assert.Equal(state, CampaignStates.Of(word));

    [Fact]
    public void A_word_nobody_knows_stays_as_it_is_and_a_blank_says_nothing()
    {
        Assert.Equal("On hold by legal", CampaignStates.Of(" On hold by legal "));
        Assert.Null(CampaignStates.Of(" "));
        Assert.Null(CampaignStates.Of(null));
    }
}
