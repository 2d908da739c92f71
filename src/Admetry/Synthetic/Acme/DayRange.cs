namespace Admetry.Synthetic.Acme;

/// <summary>Days one after the other.</summary>
static class DayRange
{
    extension(DateOnly first)
    {
        /// <summary>From this day to <paramref name="last"/>; none if that lies before.</summary>
        public IEnumerable<DateOnly> To(DateOnly last)
        {
            for (var day = first; day <= last; day = day.AddDays(1))
                yield return day;
        }
    }
}
