import Model
import Platform
import Testing

/// `docs/findings.md` says of every finding code what the catalogue says.
@Suite struct FindingPageTests {
  private static let page =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/docs/findings.md"

  @Test func thePageSaysWhatTheCatalogueSays() throws {
    let expected = Self.text
    if Console.environment("UPDATE_GOLDEN") != nil {
      try Files.replace(Self.page, with: Array(expected.utf8))
    }
    let found = String(decoding: try Files.read(Self.page), as: UTF8.self)
    #expect(found == expected, "docs/findings.md is stale: run 'make golden'")
  }

  @Test(arguments: FindingCode.allCases)
  func everyCodeIsExplainedInBothLanguages(code: FindingCode) {
    let explanation = code.explanation
    for text in [explanation.meaning, explanation.advice] {
      #expect(text.hasSuffix("."), "\(code.rawValue): \(text)")
    }
    for text in [explanation.japaneseMeaning, explanation.japaneseAdvice] {
      #expect(text.hasSuffix("。"), "\(code.rawValue): \(text)")
    }
    #expect(!explanation.title.isEmpty)
    #expect(!explanation.sample.isEmpty)
  }

  private static var text: String {
    var lines = [
      "# Findings", "",
      "What a run finds is published in the table `findings`; its column `rule` holds one of these",
      "codes, or the `id` of a rule where the pipeline file gives it another name. The severity is the",
      "usual one: a pipeline file may set another for a rule. A sample shows the message of one such",
      "finding. This page is made from the catalogue in the program by `make golden`.",
    ]
    for code in FindingCode.allCases {
      let explanation = code.explanation
      lines += [
        "", "## \(code.rawValue) (\(explanation.title))", "",
        "Severity: \(code.severity.rawValue).", "", explanation.meaning,
        explanation.japaneseMeaning, "", "```text", explanation.sample, "```", "",
        "What to do: \(explanation.advice)", "対処：\(explanation.japaneseAdvice)",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
