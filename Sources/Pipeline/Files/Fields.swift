import JapaneseText
import YAML

/// Reads the keys of a YAML mapping one by one and notes what is wrong, unknown keys included.
struct Fields {
  private let file: String
  private let place: YAMLPlace
  private let entries: [YAMLNode.Entry]
  private var known: [String] = []

  /// Takes a mapping; anything else is noted as a problem and has no keys.
  init(_ node: YAMLNode, of file: String, problems: inout [PipelineProblem]) {
    self.file = file
    place = node.place
    if case .mapping(let entries) = node.content {
      self.entries = entries
    } else {
      entries = []
      problems.append(
        PipelineProblem(
          file: file, line: node.line, column: node.column,
          message: "keys with values should stand here, like 'name: value'"))
    }
  }

  /// All keys with their values, for mappings whose keys are names.
  var named: [YAMLNode.Entry] { entries }

  /// The node of a key, which is known from now on.
  mutating func node(_ key: String) -> YAMLNode? {
    known.append(key)
    return entries.first { $0.key == key }?.value
  }

  /// A text; nothing where the key is missing.
  mutating func text(_ key: String, _ problems: inout [PipelineProblem]) -> String? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let text, _) = node.content, !text.isEmpty else {
      note(node, "\(key) should be a text", &problems)
      return nil
    }
    return text
  }

  /// A text that must be there.
  mutating func required(_ key: String, _ problems: inout [PipelineProblem]) -> String {
    if entries.contains(where: { $0.key == key }) { return text(key, &problems) ?? "" }
    known.append(key)
    problems.append(
      PipelineProblem(
        file: file, line: place.line, column: place.column, message: "the key '\(key)' is missing"))
    return ""
  }

  /// A list of texts; one text stands for a list of one.
  mutating func texts(_ key: String, _ problems: inout [PipelineProblem]) -> [String]? {
    guard let node = node(key) else { return nil }
    switch node.content {
    case .scalar(let text, _) where !text.isEmpty: return [text]
    case .sequence(let elements):
      return elements.compactMap { element in
        guard case .scalar(let text, _) = element.content, !text.isEmpty else {
          note(element, "\(key) should be a list of texts", &problems)
          return nil
        }
        return text
      }
    default:
      note(node, "\(key) should be a text or a list of texts", &problems)
      return nil
    }
  }

  /// A list of mappings.
  mutating func list(_ key: String, _ problems: inout [PipelineProblem]) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let elements) = node.content else {
      note(node, "\(key) should be a list: each element on a line that begins with '- '", &problems)
      return []
    }
    return elements
  }

  /// Years that a document may be about.
  static let years = 1868...2300

  /// A whole number in a range.
  mutating func integer(
    _ key: String, in range: ClosedRange<Int>, _ problems: inout [PipelineProblem]
  ) -> Int? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let text, _) = node.content, let number = Int(text) else {
      note(node, "\(key) should be a whole number", &problems)
      return nil
    }
    guard range.contains(number) else {
      let end = range.upperBound == .max ? "or more" : "to \(range.upperBound)"
      note(node, "\(key) is \(number); it should be \(range.lowerBound) \(end)", &problems)
      return nil
    }
    return number
  }

  /// `true` or `false`.
  mutating func flag(_ key: String, _ problems: inout [PipelineProblem]) -> Bool? {
    guard let node = node(key) else { return nil }
    switch node.content {
    case .scalar("true", isPlain: true): return true
    case .scalar("false", isPlain: true): return false
    default:
      note(node, "\(key) should be true or false", &problems)
      return nil
    }
  }

  /// A day in ISO form.
  mutating func day(_ key: String, _ problems: inout [PipelineProblem]) -> Day? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let text, _) = node.content, let day = Day(iso: text) else {
      note(node, "\(key) should be a day like 2022-06-03", &problems)
      return nil
    }
    return day
  }

  /// One of some words.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Word.Type, _ problems: inout [PipelineProblem]
  ) -> Word? where Word.RawValue == String {
    guard let node = node(key) else { return nil }
    if case .scalar(let text, _) = node.content, let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
    note(node, "\(key) should be one of: \(words)", &problems)
    return nil
  }

  /// Notes every key that nobody asked for.
  func finish(_ problems: inout [PipelineProblem]) {
    for entry in entries where !known.contains(entry.key) {
      problems.append(
        PipelineProblem(
          file: file, line: entry.place.line, column: entry.place.column,
          message: "there is no key '\(entry.key)' here; the keys are: "
            + Set(known).sorted().joined(separator: ", ")))
    }
  }

  /// Notes a problem at a node.
  func note(_ node: YAMLNode, _ message: String, _ problems: inout [PipelineProblem]) {
    problems.append(
      PipelineProblem(file: file, line: node.line, column: node.column, message: message))
  }
}
