using FleetGenerator.Chance;
using FleetGenerator.Habits;

namespace FleetGenerator;

/// <summary>Deals habits to devices, so that even a small fleet has some of each.</summary>
internal static class HabitDeck
{
    private const int SmallestWithAll = 40;

    public static List<Habit> Deal(Mix<Habit> shares, int devices, Rng rng)
    {
        var deck = new List<Habit>();
        foreach ((var habit, var share) in shares)
        {
            var exact = share * devices;
            var count = (int)exact + (rng.Happens(exact - Math.Floor(exact)) ? 1 : 0);
            if (devices >= SmallestWithAll)
                count = Math.Max(1, count);
            deck.AddRange(Enumerable.Repeat(habit, count));
        }

        rng.Shuffle(deck);
        if (deck.Count > devices)
            deck.RemoveRange(devices, deck.Count - devices);
        deck.AddRange(Enumerable.Repeat(Habit.Steady, devices - deck.Count));
        rng.Shuffle(deck);
        return deck;
    }
}
