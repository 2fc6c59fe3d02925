using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IoTHubDisconnect.Tests.Style;

public class LineLengthTests
{
    private const int Longest = 120;

    public static TheoryData<string> Files =>
        [.. SourceFile.All.Where(file => File.ReadLines(Repository.PathOf(file)).Any(line => line.Length > Longest))];

    /// <summary>Raw strings are exempt: they hold text of other languages, whose lines are their own.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void Lines_of_code_keep_to_120_columns(string file)
    {
        var code = CSharpSyntaxTree.ParseText(File.ReadAllText(Repository.PathOf(file)));
        var exempt = code.GetRoot()
            .DescendantNodes()
            .Where(IsRawString)
            .Select(node => node.GetLocation().GetLineSpan().Span)
            .ToArray();
        var tooLong =
            from line in code.GetText().Lines
            where line.Span.Length > Longest
            where !exempt.Any(span => span.Start.Line <= line.LineNumber && line.LineNumber <= span.End.Line)
            select $"{file}:{line.LineNumber + 1}: {line}";

        Assert.Empty(tooLong);
    }

    private static bool IsRawString(SyntaxNode node) =>
        node switch
        {
            LiteralExpressionSyntax literal => literal.Token.Kind()
                is SyntaxKind.SingleLineRawStringLiteralToken
                    or SyntaxKind.MultiLineRawStringLiteralToken,
            InterpolatedStringExpressionSyntax text => text.StringStartToken.Kind()
                is SyntaxKind.InterpolatedSingleLineRawStringStartToken
                    or SyntaxKind.InterpolatedMultiLineRawStringStartToken,
            _ => false,
        };
}
