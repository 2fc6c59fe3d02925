namespace NetworkLab.Network;

/// <summary>How a name server fails.</summary>
internal enum NameFault
{
    /// <summary>It answers when nobody waits any more.</summary>
    Late,

    /// <summary>It gives an address where nobody lives.</summary>
    Wrong,
}
