import TestSupport
import Testing

/// `choai normalize text`: a text with its widths, marks and dashes made alike.
@Suite struct FoldedTextTests {
  @Test(.temporaryFolder) func aTextOfAnySizeIsFoldedWhole() throws {
    // Some megabytes, so that it is taken in pieces, and no line end at its end.
    let count = 100_000
    let input = String(repeating: "ｶﾞﾝ対策１－２\n", count: count) + "ﾊﾟ"
    let outcome = try Tool.run(
      ["normalize", "text"], in: TemporaryFolder.path, input: Array(input.utf8))
    #expect(outcome.exit == 0, "\(outcome.error)")
    #expect(outcome.output == String(repeating: "ガン対策1-2\n", count: count) + "パ")
  }
}
