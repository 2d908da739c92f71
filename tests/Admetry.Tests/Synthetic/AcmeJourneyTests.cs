using System.Collections.Concurrent;
using Admetry.Synthetic.Acme;
using Xunit;

namespace Admetry.Tests.Synthetic;

/// <summary>What attribution has to find out: the last touch takes credit for what others did.</summary>
public sealed class AcmeJourneyTests
{
    static readonly ConcurrentDictionary<int, Lazy<Sums>> Samples = [];

    public static TheoryData<int> Seeds => [.. AcmeSample.Seeds];

    static Sums Sample(int seed) => Samples.GetOrAdd(seed, one => new(() => new(AcmeWorld.Create(new(one, 4_000_000, 1_000))))).Value;

    [Theory, MemberData(nameof(Seeds))]
    public void Journeys_are_as_long_as_in_life_and_one_in_fifteen_ends_in_an_order(int seed)
    {
        var sums = Sample(seed);

        Assert.InRange((double)sums.Touches / sums.Journeys, 3.0, 3.6);
        Assert.InRange((double)sums.Orders / sums.Journeys, .05, .10);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void First_and_last_touch_disagree_about_three_channels_at_least(int seed)
    {
        var sums = Sample(seed);

        Assert.True(sums.First.Zip(sums.Last).Count(pair => Math.Abs(pair.First - pair.Second) / (double)sums.Orders >= .15) >= 3);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_last_touch_gives_closers_ten_points_more_than_they_brought(int seed)
    {
        var sums = Sample(seed);
        var closers = JourneyChannel.All.Index().Where(pair => pair.Item.Role is JourneyRole.Closer).Select(pair => pair.Index).ToList();

        Assert.True((closers.Sum(i => sums.Last[i]) / (double)sums.Orders) - (closers.Sum(i => sums.Credit[i]) / sums.Credit.Sum()) >= .10);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Those_who_were_left_alone_order_less_by_what_the_channel_does(int seed)
    {
        var sums = Sample(seed);
        for (var channel = 0; channel < JourneyChannel.All.Count; channel++)
        {
            var (touched, heldOut) = (sums.Touched[channel], sums.HeldOut[channel]);
            var lift = ((double)touched.Orders / touched.People) - ((double)heldOut.Orders / heldOut.People);
            var error = Math.Sqrt((.07 * .93 / touched.People) + (.07 * .93 / heldOut.People));

            Assert.InRange((double)heldOut.People / (touched.People + heldOut.People), .085, .115);
            Assert.InRange(lift, -3 * error, (JourneyChannel.All[channel].Effect * 1.6) + (3 * error)); // some are touched twice
        }

        Assert.True(Math.Abs(sums.Lift("ctv")) > sums.Lift("paid_search"));
    }

    sealed class Sums
    {
        public Sums(AcmeWorld world)
        {
            var (draw, journey) = (new JourneyDraw(world), new Journey());
            for (var user = 1L; user <= world.Users; user++)
            {
                draw.Draw(journey, user);
                Take(journey);
            }
        }

        public long Journeys { get; private set; }
        public long Touches { get; private set; }
        public long Orders { get; private set; }
        public long[] First { get; } = new long[JourneyChannel.All.Count];
        public long[] Last { get; } = new long[JourneyChannel.All.Count];
        public double[] Credit { get; } = new double[JourneyChannel.All.Count];
        public (long People, long Orders)[] Touched { get; } = new (long, long)[JourneyChannel.All.Count];
        public (long People, long Orders)[] HeldOut { get; } = new (long, long)[JourneyChannel.All.Count];

        public double Lift(string channel)
        {
            var i = JourneyChannel.All.Index().Single(pair => pair.Item.Name == channel).Index;
            return ((double)Touched[i].Orders / Touched[i].People) - ((double)HeldOut[i].Orders / HeldOut[i].People);
        }

        void Take(Journey journey)
        {
            var ordered = journey.OrderedAt != AuctionBatch.None ? 1 : 0;
            Journeys++;
            Touches += journey.Count;
            for (var i = 0; i < journey.Count; i++)
                if (!journey.Channel.AsSpan(0, i).Contains(journey.Channel[i]))
                {
                    ref var group = ref (journey.IsHeldOut[i] ? HeldOut : Touched)[journey.Channel[i]];
                    group = (group.People + 1, group.Orders + ordered);
                }

            var shown = Enumerable.Range(0, journey.Count).Where(i => !journey.IsHeldOut[i]).ToList();
            if (ordered == 0 || shown is [])
                return;

            Orders++;
            First[journey.Channel[shown[0]]]++;
            Last[journey.Channel[shown[^1]]]++;
            var worked = shown.Where(i => journey.Worked[i]).ToList();
            foreach (var i in worked)
                Credit[journey.Channel[i]] += 1.0 / worked.Count;
        }
    }
}
