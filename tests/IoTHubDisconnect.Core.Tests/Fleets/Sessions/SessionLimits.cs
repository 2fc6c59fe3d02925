namespace IoTHubDisconnect.Tests.Sessions;

/// <summary>
/// Rows at the edge of what belongs together and beyond it, and what keeps rows apart, in the shorthand of
/// <see cref="SessionTests.Cases"/>.
/// </summary>
public static class SessionLimits
{
    public static TheoryData<string, string, string> Cases =>
        new()
        {
            {
                "whole seconds: connect row lost before, and back at once each time",
                "11:00:00 D 401003, 11:00:00 C, 12:05:00 D 401003, 12:05:00 C, 13:15:00 D 401003",
                "Closed 11:00:00 401003 - 0:00:00 | Closed 12:05:00 401003 1:05:00 0:00:00 "
                    + "| Closed 13:15:00 401003 1:10:00 -"
            },
            {
                "the second row of a disconnect, five seconds later",
                "10:00:00 C, 11:00:00 D 401003, 11:00:05 D 404104",
                "Closed 11:00:00 401003+404104 1:00:00 -"
            },
            {
                "a row more than five seconds later is another disconnect",
                "10:00:00 C, 11:00:00 D 401003, 11:00:05.1 D 404104",
                "Closed 11:00:00 401003 1:00:00 - | Closed 11:00:05.1000000 404104 - -"
            },
            {
                "the second row of an expired token five seconds later, after the connect",
                "10:00:00 C, 11:00:00 D 401003, 11:00:01 C, 11:00:05 D 404104, 12:00:00 D",
                "Closed 11:00:00 401003+404104 1:00:00 0:00:01 | Closed 12:00:00 - 0:59:59 -"
            },
            {
                "more than five seconds later, it ends the session that followed",
                "10:00:00 C, 11:00:00 D 401003, 11:00:01 C, 11:00:05.1 D 404104, 12:00:00 D",
                "Closed 11:00:00 401003 1:00:00 0:00:01 | Closed 11:00:05.1000000 404104 0:00:04.1 - | "
                    + "Closed 12:00:00 - - -"
            },
            {
                "a close after the connect, where no token expired",
                "10:00:00 C, 11:00:00 D 500001, 11:00:01 C, 11:00:04 D 404104",
                "Closed 11:00:00 500001 1:00:00 0:00:01 | Closed 11:00:04 404104 0:00:03 -"
            },
            {
                "refused for the expired token five seconds after the close",
                "10:00:00 C, 11:00:00 D 404104, 11:00:05 F 401003, 11:01:00 C",
                "Closed 11:00:00 404104+401003 1:00:00 0:01:00"
            },
            {
                "refused for it more than five seconds after the close",
                "10:00:00 C, 11:00:00 D 404104, 11:00:05.1 F 401003, 11:01:00 C",
                "Closed 11:00:00 404104 1:00:00 0:01:00 | Refused 11:00:05.1000000 401003 - 0:00:54.9 1"
            },
            {
                "refused for the expired token, then by the hub",
                "10:00:00 C, 11:00:00 D 404104, 11:00:01 F 401003, 11:00:02 F 500001, 11:01:00 C",
                "Closed 11:00:00 404104+401003 1:00:00 0:01:00 | Refused 11:00:02 500001 - 0:00:58 1"
            },
            {
                "refused again after another disconnect",
                "10:00:00 C, 11:00:00 D 404104, 11:00:01 F 401003, 11:00:20 D 500001, 11:00:30 F 401003, "
                    + "11:01:00 C",
                "Closed 11:00:00 404104+401003 1:00:00 - | Closed 11:00:20 500001 - 0:00:40 | Refused "
                    + "11:00:30 401003 - 0:00:30 1"
            },
            {
                "refused five seconds before the close",
                "10:00:00 C, 11:00:00 F 401003, 11:00:05 D 404104, 11:00:09 C",
                "Closed 11:00:00 401003+404104 1:00:00 0:00:09"
            },
            {
                "refused more than five seconds before the close",
                "10:00:00 C, 11:00:00 F 401003, 11:00:05.1 D 404104, 11:00:09 C",
                "Refused 11:00:00 401003 - - 1 | Closed 11:00:05.1000000 404104 1:00:05.1 0:00:03.9"
            },
            {
                "refused twice before the close",
                "10:00:00 C, 11:00:00 F 401003, 11:00:01 F 401003, 11:00:03 D 404104, 11:00:09 C",
                "Refused 11:00:00 401003 - 0:00:09 2 | Closed 11:00:03 404104 1:00:03 0:00:06"
            },
            {
                "refused for another reason before the close",
                "10:00:00 C, 11:00:00 F 403012, 11:00:03 D 404104, 11:00:09 C",
                "Refused 11:00:00 403012 - - 1 | Closed 11:00:03 404104 1:00:03 0:00:06"
            },
            {
                "close row missing, and the refusal does not tell",
                "10:00:00 C, 11:00:00 F 403012, 11:00:04 C, 12:00:00 D",
                "Refused 11:00:00 403012 - 0:00:04 1 | Closed 12:00:00 - 0:59:56 -"
            },
            {
                "close row missing, and refused twice",
                "10:00:00 C, 11:00:00 F 401003, 11:00:02 F 401003, 11:00:04 C, 12:00:00 D",
                "Refused 11:00:00 401003 - 0:00:04 2 | Closed 12:00:00 - 0:59:56 -"
            },
            {
                "a close from afar a minute into a run",
                "10:00:00 F 403002, 10:01:00 D 404104, 10:02:00 C",
                "Refused 10:00:00 403002+404104 - 0:02:00 1"
            },
            {
                "a close from afar more than a minute into a run",
                "10:00:00 F 403002, 10:01:00.1 D 404104, 10:02:00 C",
                "Refused 10:00:00 403002 - - 1 | Closed 10:01:00.1000000 404104 - 0:00:59.9"
            },
            {
                "a close for a reason of its own within a run",
                "10:00:00 F 403002, 10:00:30 D 500001, 10:02:00 C",
                "Refused 10:00:00 403002 - - 1 | Closed 10:00:30 500001 - 0:01:30"
            },
            {
                "connect ten seconds before the close",
                "10:00:00 C, 11:00:00 C, 11:00:10 D 404104, 12:00:00 D 404104",
                "Closed 11:00:10 404104 1:00:10 0:00:00 | Closed 12:00:00 404104 1:00:00 -"
            },
            {
                "connect more than ten seconds before the close",
                "10:00:00 C, 11:00:00 C, 11:00:10.1 D 404104, 12:00:00 D 404104",
                "Closed 11:00:10.1000000 404104 0:00:10.1 - | Closed 12:00:00 404104 - -"
            },
            {
                "taken over, close five seconds after",
                "10:00:00 C, 11:00:00 C, 11:00:05 D 400027, 12:00:00 D 404104",
                "Closed 11:00:05 400027 1:00:05 0:00:00 | Closed 12:00:00 404104 1:00:00 -"
            },
            {
                "taken over, close more than five seconds after",
                "10:00:00 C, 11:00:00 C, 11:00:05.1 D 400027, 12:00:00 D 404104",
                "Closed 11:00:05.1000000 400027 0:00:05.1 - | Closed 12:00:00 404104 - -"
            },
            {
                "as many short sessions as long ones, and a close that is missing",
                "10:00:00 C, 10:00:05 D, 11:00:00 C, 12:00:00 D, 13:00:00 C, 14:00:00 C, 14:00:05 D, 15:00:00 D",
                "Closed 10:00:05 - 0:00:05 0:59:55 | Closed 12:00:00 - 1:00:00 1:00:00 | Closed 14:00:05 - "
                    + "1:00:05 0:00:00 | Closed 15:00:00 - 1:00:00 -"
            },
            {
                "taken over a moment after a close",
                "10:00:00 C, 11:00:00 D 404104, 11:00:01 D 400027",
                "Closed 11:00:00 404104 1:00:00 - | Closed 11:00:01 400027 - -"
            },
            {
                "the hub's codes and its quota are two reasons",
                "10:00:00 F 500001, 10:00:10 F 403002, 10:00:20 F 500001, 10:01:00 C",
                "Refused 10:00:00 500001 - - 1 | Refused 10:00:10 403002 - - 1 | Refused 10:00:20 500001 - "
                    + "0:00:40 1"
            },
            {
                "codes that nobody knows are a reason each",
                "10:00:00 F 400001, 10:00:10 F 499000, 10:00:20 F 499000, 10:01:00 C",
                "Refused 10:00:00 400001 - - 1 | Refused 10:00:10 499000 - 0:00:50 2"
            },
            {
                "whole seconds: refused, then in",
                "10:00:00 F 403012, 10:00:00 C, 11:00:00 D",
                "Refused 10:00:00 403012 - 0:00:00 1 | Closed 11:00:00 - 1:00:00 -"
            },
            {
                "whole seconds: connected anew, then refused",
                "10:00:00 C, 11:00:00 F 403012, 11:00:00 C, 12:00:00 D",
                "Refused 11:00:00 403012 - - 1 | Closed 12:00:00 - 1:00:00 -"
            },
            {
                "whole seconds: a session within one, and another connect",
                "11:00:00 D 404104, 11:00:00 C, 12:00:00 C",
                "Closed 11:00:00 404104 0:00:00 1:00:00"
            },
            {
                "whole seconds: the end, and the log's last connect",
                "11:00:00 D 404104, 11:00:00 C",
                "Closed 11:00:00 404104 - 0:00:00"
            },
            {
                "whole seconds: the close goes on, then connected",
                "10:00:00 C, 10:59:58 D 404104, 11:00:00 D 401003, 11:00:00 C, 12:00:00 C",
                "Closed 10:59:58 404104+401003 0:59:58 0:00:02"
            },
            {
                "copies within a second are no fight",
                "10:00:00 C, 10:00:05.5 D 400027, 10:00:05.5 C, 10:00:05.5 D 400027, 10:00:05.5 C, "
                    + "10:00:06.1 D 400027",
                "Closed 10:00:05.5000000 400027 0:00:05.5 0:00:00 | Closed 10:00:06.1000000 400027 0:00:00.6 -"
            },
            {
                "one takeover and a copied connect are no fight",
                "10:00:00 C, 10:00:05 D 400027, 10:00:05 C, 10:00:05 C, 10:00:06 D 400027",
                "Closed 10:00:05 400027 0:00:05 0:00:00 | Closed 10:00:06 400027 0:00:01 -"
            },
            {
                "a fight whose rows look like copies",
                "10:00:00 C, 10:00:05 D 400027, 10:00:05 C, 10:00:05 D 400027, 10:00:05 C, 10:00:06 D 400027",
                "Closed 10:00:05 400027 0:00:05 0:00:00 | Closed 10:00:05 400027 0:00:00 0:00:00 | Closed "
                    + "10:00:06 400027 0:00:01 -"
            },
            {
                "a third code is left out",
                "10:00:00 C, 11:00:00 D 500001, 11:00:01 D 404104, 11:00:02 D 503001",
                "Closed 11:00:00 500001+404104 1:00:00 -"
            },
            {
                "refused again for the same reason, after a session began",
                "10:00:00 F 403002, 10:05:00 C, 11:00:00 F 403002, 11:05:00 C",
                "Refused 10:00:00 403002 - 0:05:00 1 | Refused 11:00:00 403002 - 0:05:00 1"
            },
            {
                "refused for the expired token, back, and refused again",
                "10:00:00 C, 11:00:00 D 404104, 11:00:01 F 401003, 11:00:05 C, 12:00:00 F 401003",
                "Closed 11:00:00 404104+401003 1:00:00 0:00:05 | Refused 12:00:00 401003 - - 1"
            },
            {
                "a replaced session is replaced once, and counts as a long one",
                "10:00:00 C, 11:00:00 C, 11:00:02 D, 11:00:08 D, 12:00:00 C, 13:00:00 C, 13:00:05 D",
                "Closed 11:00:02 - 1:00:02 0:00:00 | Closed 11:00:08 - 0:00:08 0:59:52 | Closed 13:00:05 - "
                    + "1:00:05 0:00:00"
            },
            {
                "a session of ten seconds is a short one",
                "10:00:00 C, 10:00:10 D, 11:00:00 C, 12:00:00 C, 12:00:05 D",
                "Closed 10:00:10 - 0:00:10 0:59:50 | Closed 12:00:05 - 0:00:05 -"
            },
            {
                "whole seconds: two connects begin one session",
                "10:00:00 C, 10:00:00 C @b, 10:00:04 D, 10:00:09 C",
                "Closed 10:00:04 - 0:00:04 0:00:05"
            },
            {
                "a close from afar within a minute of the last refusal",
                "10:00:00 F 403002, 10:00:50 F 403002, 10:01:30 D 404104, 10:02:20 D 404104, 10:03:00 C",
                "Refused 10:00:00 403002+404104 - 0:03:00 2"
            },
            { "refused from afar alone", "10:00:00 F 404104, 10:00:10 F 404104", "Refused 10:00:00 404104 - - 2" },
            {
                "a copied takeover and one connect are no fight",
                "10:00:00 C, 10:00:05 D 400027, 10:00:05 D 400027, 10:00:05 C, 10:00:10 D",
                "Closed 10:00:05 400027 0:00:05 0:00:00 | Closed 10:00:10 - 0:00:05 -"
            },
            {
                "the hub's faults, maintenance and failover are one reason, and a third code is left out",
                "10:00:00 F 500001, 10:00:10 F 400029, 10:00:20 F 404012, 10:01:00 C",
                "Refused 10:00:00 500001+400029 - 0:01:00 3"
            },
            {
                "the same code again",
                "10:00:00 C, 11:00:00 D 500001, 11:00:01 D 500001",
                "Closed 11:00:00 500001 1:00:00 -"
            },
        };
}
