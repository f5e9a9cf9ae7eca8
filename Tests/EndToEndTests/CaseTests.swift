import Foundation
import Platform
import TestSupport
import Testing

/// Runs every folder of `Cases` as a case.
///
///     arguments   one a line
///     input/      copied into an empty folder, in which the program runs
///     stdin       what it reads
///     stdout, stderr, exit   what must come out; a missing file means nothing, and exit 0
///     expected/   files that must be there afterwards, with these bytes
///
/// `make golden` writes the expected results anew.
@Suite struct CaseTests {
  static let folder = Tool.project + "/Tests/EndToEndTests/Cases"
  static let updates = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil

  static let cases: [String] =
    (try? Folder.entries(folder))?.filter { $0.kind == .folder }.map(\.name) ?? []

  @Test func thereAreCases() { #expect(!Self.cases.isEmpty) }

  @Test(.temporaryFolder, arguments: cases)
  func comesOutAsExpected(name: String) throws {
    let source = Self.folder + "/" + name
    let work = TemporaryFolder.path
    try Self.copy(source + "/input", to: work)
    let arguments = try Self.text(source + "/arguments").split(separator: "\n").map(String.init)
    var outcome = try Tool.run(
      arguments, in: work, input: Self.bytes(source + "/stdin"),
      environment: ["NO_COLOR": "1"])
    outcome.output = Self.withoutTimes(outcome.output)
    outcome.error = Self.withoutTimes(outcome.error)
    if Self.updates {
      try Self.update(source, outcome, work)
      return
    }
    #expect(outcome.output == (try Self.text(source + "/stdout")), "\(name): standard output")
    #expect(outcome.error == (try Self.text(source + "/stderr")), "\(name): standard error")
    let exit = try Self.text(source + "/exit").trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(outcome.exit == Int32(exit) ?? 0, "\(name): exit code")
    for file in try Folder.filesBelow(source + "/expected") ?? [] {
      let expected = try Files.read(source + "/expected/" + file)
      #expect(try Files.read(work + "/" + file) == expected, "\(name): \(file)")
    }
  }

  /// How long a run took is the one thing that differs from run to run.
  private static func withoutTimes(_ text: String) -> String {
    var text = text
    for pattern in ["; [0-9]+ ms", "\"milliseconds\":[0-9]+"] {
      text = text.replacingOccurrences(
        of: pattern, with: pattern.replacing("[0-9]+", with: "N"), options: .regularExpression)
    }
    return text
  }

  /// The bytes of a file that may be missing.
  private static func bytes(_ path: String) throws -> [UInt8] {
    try Files.kind(path) == nil ? [] : Files.read(path)
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  private static func copy(_ folder: String, to target: String) throws {
    for file in try Folder.filesBelow(folder) ?? [] {
      try Folder.create(Files.parent(of: target + "/" + file))
      try Files.writeNew(target + "/" + file, try Files.read(folder + "/" + file))
    }
  }

  private static func update(_ source: String, _ outcome: Tool.Outcome, _ work: String) throws {
    for (name, text) in [
      ("stdout", outcome.output), ("stderr", outcome.error),
      ("exit", outcome.exit == 0 ? "" : "\(outcome.exit)\n"),
    ] {
      let path = source + "/" + name
      if text.isEmpty {
        try Files.remove(path)
      } else {
        try Files.replace(path, with: Array(text.utf8))
      }
    }
    for file in try Folder.filesBelow(source + "/expected") ?? [] {
      try Files.replace(source + "/expected/" + file, with: try Files.read(work + "/" + file))
    }
  }
}
