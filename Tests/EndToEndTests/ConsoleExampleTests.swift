import Platform
import TestSupport
import Testing

/// Examples with their output, `console` blocks of `docs/`: what they show is what comes out.
@Suite struct ConsoleExampleTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let input: String
    let arguments: [String]
    let output: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  private static let examples: [Example] = {
    let page = (try? Files.read(Tool.project + "/docs/japanese-text.md")) ?? []
    let blocks = String(decoding: page, as: UTF8.self).split(separator: "```console\n").dropFirst()
    return blocks.compactMap { example(String($0.prefix { $0 != "`" })) }
  }()

  /// `$ printf 'TEXT' | choai WORDS`, and what it prints.
  private static func example(_ block: String) -> Example? {
    let lines = block.split(separator: "\n")
    guard let command = lines.first, command.hasPrefix("$ printf '") else { return nil }
    let parts = command.dropFirst("$ printf '".count).split(separator: "' | choai ")
    guard parts.count == 2 else { return nil }
    return Example(
      input: parts[0].split(separator: "\\n", omittingEmptySubsequences: false)
        .joined(separator: "\n"),
      arguments: parts[1].split(separator: " ").map(String.init),
      output: lines.dropFirst().joined(separator: "\n") + "\n")
  }

  @Test func thereAreExamples() { #expect(Self.examples.count == 2) }

  @Test(.temporaryFolder, arguments: examples)
  func printWhatTheyShow(example: Example) throws {
    let outcome = try Tool.run(
      example.arguments, in: TemporaryFolder.path, input: Array(example.input.utf8))
    #expect(outcome.output == example.output)
  }
}
