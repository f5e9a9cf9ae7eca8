import Model
import Pipeline
import Platform
import Reading

/// Copies tables as CSV, each to a file of its own or to standard output.
struct TableCopies {
  private let sources: [String]
  private let sheet: String?
  private let settings: ReadingSettings
  // Nothing for standard output.
  private let output: String?
  private let isFolder: Bool
  private let isQuiet: Bool

  init(_ arguments: Arguments, _ settings: ReadingSettings) throws {
    sources = arguments.words
    sheet = arguments.value("--sheet")
    self.settings = settings
    output = arguments.value("--output")
    isFolder = try output.map { try Files.kind($0) == .folder } ?? false
    isQuiet = arguments.has("--quiet")
    guard sources.count == 1 || isFolder else {
      throw UsageError(
        ReadCommand.description,
        output == nil
          ? "several files need --output FOLDER"
          : "--output is '\(output ?? "")', which is no folder for several files")
    }
    let targets = sources.map { target(of: $0) ?? "" }
    if let twice = targets.indices.first(where: { targets[..<$0].contains(targets[$0]) }) {
      throw UsageError(
        ReadCommand.description, "two files would be written to '\(targets[twice])'")
    }
  }

  /// Copies each; one that is refused does not keep the others from being copied.
  func run() throws -> ExitCode {
    var code = ExitCode.success
    for source in sources {
      let output = try PendingOutput(target(of: source))
      switch try copyTable(source, sheet: sheet, settings: settings, to: output) {
      case .copied(_, let findings): try say(findings, of: source)
      case .refused(let refusal):
        code = .refused
        try say(refusal.findings, of: source)
        let place = refusal.place.map { "\($0): " } ?? ""
        try say(
          "choai: \(source): \(place)\(refusal.reason)\n  \(refusal.advice) "
            + "[\(refusal.code.rawValue)]\n")
      }
    }
    return code
  }

  private func target(of source: String) -> String? {
    guard let output, isFolder else { return output }
    let name = source.split(separator: "/").last.map(String.init) ?? source
    return "\(output)/\(name).csv"
  }

  private func say(_ findings: [Finding], of source: String) throws {
    guard !isQuiet else { return }
    for finding in findings {
      let place = finding.place.map { "\($0): " } ?? ""
      try say("\(finding.severity.rawValue): \(source): \(place)\(finding.message)\n")
    }
  }

  private func say(_ text: String) throws { try Console.write(Console.plain(text), to: .error) }
}
