namespace NetworkLab.Habits;

/// <summary>
/// How a client tries to connect again when its connection was reset and the hub's port is closed. Measured by
/// <see cref="HabitRun"/>, three devices of each for five minutes.
/// </summary>
/// <param name="Client">The client as the lab names it.</param>
/// <param name="Version">Its version.</param>
/// <param name="First">Seconds from the loss to the first try, at most.</param>
/// <param name="Growth">By what a pause is longer than the one before, up to the longest; 1 for even ones.</param>
/// <param name="Longest">Seconds between two tries at most.</param>
/// <param name="Jitter">How far devices are apart in the same pause, as a share of it.</param>
internal readonly record struct RetryHabit(
    string Client,
    string Version,
    double First,
    double Growth,
    double Longest,
    double Jitter
)
{
    public static readonly RetryHabit[] Measured =
    [
        new("mosquitto_sub", "2.0.11", 1, 1, 1.1, 0),
        new("paho-python", "1.6.1", 1.1, 2, 120, 0),
        // Two tries at once, with MQTT 3.1.1 and with 3.1, then a pause that doubles up to a minute.
        new("paho-c", "1.3.11", 0.2, 1.2, 69, 0.1),
        new("mqtt.js", "5.16.0", 1.1, 1, 1.1, 0),
        // A loop of the application, as the library's samples have it: each five seconds it looks.
        new("mqttnet", "5.2.0.1603", 5.5, 1, 5.1, 0),
        new("node-mqtt", "1.18.4", 0, 1.4, 10, 0.4),
        new("node-mqtt-ws", "1.18.4", 0.1, 1.5, 10, 0.3),
        // Several tries in a row, then a pause.
        new("node-amqp", "1.18.4", 0.1, 1, 4, 2),
    ];
}
