namespace NetworkLab.Answers;

/// <summary>What an answer is worth.</summary>
internal enum Verdict
{
    /// <summary>It is what happened.</summary>
    Right,

    /// <summary>The log cannot tell, and the answer does not claim to.</summary>
    Honest,

    /// <summary>It is not what happened.</summary>
    Wrong,
}
