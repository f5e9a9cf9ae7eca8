import Hashing
import JSON
import Platform

/// The cache between the steps, which can be deleted at any time.
///
/// It has one JSON Lines file for each source and step, named by what it was made of.
struct Staging: Sendable {
  /// The folder.
  let folder: String
  /// Whether to do every step again.
  let ignoresCache: Bool

  /// A step that is cached; its version changes when it would give something else.
  enum Step: String, Sendable, CaseIterable {
    case documents
    case facts
    case findings

    var version: Int {
      switch self {
      case .documents: 1
      case .facts: 2
      case .findings: 1
      }
    }
  }

  /// The name of a step's file: what was put in, the version, the settings.
  ///
  /// Another build of the program may give something else even at the same version, so what was
  /// kept by one build is not taken by another.
  static func key(
    _ step: Step, input: String, settings: String
  ) throws(HashingError) -> String {
    let digits = try SHA256.digits(of: Array((settings + Machine.programStamp).utf8))
    return "\(input.prefix(32))-v\(step.version)-\(digits.prefix(16))"
  }

  /// The lines that a step made of the same input before; nothing where there are none, or where
  /// they are damaged.
  func lines(_ step: Step, key: String) -> [JSONValue]? {
    guard !ignoresCache, let bytes = try? Files.read(path(step, key)),
      var lines = try? JSONReader.readLines(bytes)
    else { return nil }
    // The last line counts the others: a file that was cut is not taken.
    guard let last = lines.popLast(), last["lines"]?.integer == Int64(lines.count) else {
      return nil
    }
    return lines
  }

  /// Whether something is kept under a name.
  func has(_ step: Step, key: String) -> Bool {
    (try? Files.kind(path(step, key))) == .file
  }

  /// Keeps the lines of a step.
  func keep(_ lines: [JSONValue], _ step: Step, key: String) throws(PlatformError) {
    var writer = JSONWriter()
    for line in lines { writer.writeLine(line) }
    writer.writeLine(["lines": .integer(lines.count)])
    try Folder.createOwn(folder + "/" + step.rawValue)
    try Files.replace(path(step, key), with: writer.bytes, durably: false)
  }

  private func path(_ step: Step, _ key: String) -> String {
    "\(folder)/\(step.rawValue)/\(key).jsonl"
  }
}
