import Reading
import YAML

/// Reads the keys of a source that say how its files are read.
struct ReadingReader {
  let file: String

  /// The settings of a source; what is not said is found from the content.
  func settings(_ fields: inout Fields, _ problems: inout [PipelineProblem]) -> ReadingSettings {
    var settings = ReadingSettings()
    settings.kind = fields.word("reader", FileKind.self, &problems)
    if let label = fields.text("encoding", &problems), let node = fields.node("encoding") {
      settings.encoding = TextEncoding(label: label)
      if settings.encoding == nil {
        let known = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        fields.note(
          node, "there is no encoding '\(label)'; the encodings are: \(known)", &problems)
      }
    }
    settings.decodingPolicy =
      fields.word("undecodable", ReadingSettings.DecodingPolicy.self, &problems) ?? .refuse
    if let text = fields.text("delimiter", &problems), let node = fields.node("delimiter") {
      settings.delimiter = delimiter(text)
      if settings.delimiter == nil {
        fields.note(node, "delimiter should be one ASCII character, or 'tab'", &problems)
      }
    }
    if let row = fields.integer("header_row", in: 0...1 << 20, &problems) {
      settings.header = row == 0 ? .none : .row(row)
    }
    settings.pages = fields.word("pages", ReadingSettings.Pages.self, &problems) ?? .text
    if let node = fields.node("limits") { settings.limits = limits(node, &problems) }
    return settings
  }

  private func delimiter(_ text: String) -> UInt8? {
    if text == "tab" { return UInt8(ascii: "\t") }
    let bytes = Array(text.utf8)
    return bytes.count == 1 && bytes[0] < 0x80 ? bytes[0] : nil
  }

  private func limits(_ node: YAMLNode, _ problems: inout [PipelineProblem]) -> ReadingLimits {
    var fields = Fields(node, of: file, problems: &problems)
    var limits = ReadingLimits()
    for (key, path) in ReadingLimits.keys {
      if let number = fields.integer(key, in: 1...Int.max, &problems) {
        limits[keyPath: path] = number
      }
    }
    fields.finish(&problems)
    return limits
  }
}
