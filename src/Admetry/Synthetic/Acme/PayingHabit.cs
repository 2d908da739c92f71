using Admetry.Statistics;

namespace Admetry.Synthetic.Acme;

/// <summary>How one invoice is going to be paid.</summary>
/// <param name="Days">After the due date; below zero before it.</param>
/// <param name="Share">Of what is open: 1 exactly, above 1 too much, below 1 in part.</param>
/// <param name="RestDays">After the first part, when the rest comes; null where it never does.</param>
readonly record struct PayingHabit(int Days, double Share, int? RestDays)
{
    const double LateShare = .53, EarlyShare = .31, ExactShare = .73, OverShare = .165;
    const double LateMean = 6.4, CrisisLateShare = .85, CrisisLateMean = 18;
    const int LatestDays = 45, CrisisLatestDays = 55, EarliestDays = 7, FirstRestDay = 8, LastRestDay = 30;
    const int When = 1, HowLong = 2, HowMuch = 3, Part = 4, Rest = 5;

    static readonly DateRange Crisis = new(new(2020, 4, 1), new(2020, 6, 30));

    /// <summary>53 of 100 late by a week on average, 31 early, 16 on the day; 73 exact, 16.5 too much, 10.5 in part. In the spring of 2020 far later.</summary>
    /// <param name="place">Of the invoice among all random numbers.</param>
    public static PayingHabit Of(CounterRandom random, long place, DateOnly due)
    {
        var inCrisis = Crisis.Contains(due);
        var (late, mean, latest) = inCrisis ? (CrisisLateShare, CrisisLateMean, CrisisLatestDays) : (LateShare, LateMean, LatestDays);
        var (when, howLong) = (random.Uniform(place, When), random.Uniform(place, HowLong));
        var days = when < late ? Math.Min(latest, 1 + (int)(-Math.Log(howLong) * mean))
            : when < late + ((1 - late) * EarlyShare / (1 - LateShare)) ? -1 - (int)(howLong * EarliestDays)
            : 0;
        return random.Uniform(place, HowMuch) switch
        {
            < ExactShare => new(days, 1, null),
            < ExactShare + OverShare => new(days, random.Between(1.005, 1.05, place, Part), null),
            _ => new(days, random.Between(.6, .95, place, Part), (int)random.Between(FirstRestDay, LastRestDay + 1, place, Rest)),
        };
    }
}
