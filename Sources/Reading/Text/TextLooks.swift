import JSON

/// What a decoded text is, by its content first and its name second.
struct TextLooks {
  /// The kind it is read as.
  let kind: FileKind
  /// What its name promises, where the content should keep that promise.
  let promised: String?

  /// Names of files that are no text.
  private static let binarySuffixes: Set<String> = [
    "zip", "xls", "xlsb", "doc", "docx", "ppt", "pptx", "7z", "rar",
  ]

  init(_ bytes: [UInt8], path: String, settings: ReadingSettings) {
    let named = FileKind(path: path)
    let suffix = FileKind.suffix(of: path)
    let binary = TextLooks.binarySuffixes.contains(suffix) ? suffix : nil
    promised = settings.kind == nil ? named?.rawValue ?? binary : nil
    if let kind = settings.kind {
      self.kind = kind
      return
    }
    let first = bytes.first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 != 0x0C }
    switch first {
    case UInt8(ascii: "<"):
      kind = TextLooks.markup(bytes, named) ?? TextLooks.plain(bytes, named, settings)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      kind = TextLooks.json(bytes, named) ?? TextLooks.plain(bytes, named, settings)
    default: kind = TextLooks.plain(bytes, named, settings)
    }
  }

  /// XML or a web page, by the first tag.
  private static func markup(_ bytes: [UInt8], _ named: FileKind?) -> FileKind? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    let start = head.drop { $0.isWhitespace }
    if head.contains("<html") || start.hasPrefix("<!doctype html") { return .html }
    if start.hasPrefix("<?xml") { return .xml }
    // Running text may begin with a bracket of its own, or hold some tags.
    guard named != .text else { return nil }
    for tag in ["<head", "<body", "<table", "<div", "<p>", "<meta", "<title"] {
      if start.hasPrefix(tag) { return .html }
    }
    // Any other element, comment or document type.
    guard let second = start.dropFirst().first, second.isLetter || second == "!" else { return nil }
    return .xml
  }

  /// JSON, or JSON on each line: by name, or because it can be read as such.
  private static func json(_ bytes: [UInt8], _ named: FileKind?) -> FileKind? {
    if named == .json || named == .jsonLines { return named }
    let firstLine = bytes.prefix { $0 != 0x0A }
    let hasMore = bytes[firstLine.endIndex...].contains { $0 > 0x20 }
    if hasMore, firstLine.first == UInt8(ascii: "{"), isJSON(Array(firstLine)) {
      return .jsonLines
    }
    return isJSON(bytes) ? .json : nil
  }

  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    // Running text may begin with a bracket; what ends otherwise need not be tried.
    let last = bytes.last { $0 > 0x20 }
    guard last == UInt8(ascii: "}") || last == UInt8(ascii: "]") else { return false }
    return (try? JSONReader.read(bytes)) != nil
  }

  /// A table of delimited fields, or running text.
  private static func plain(
    _ bytes: [UInt8], _ named: FileKind?, _ settings: ReadingSettings
  ) -> FileKind {
    if settings.delimiter != nil { return .csv }
    let shape = Delimiting.find(in: bytes, quote: settings.quote)
    if named == .csv {
      // Quotes all over a text that no delimiter cuts belong to some other layout.
      let quotes = bytes.prefix(Delimiting.sampleLength).count { $0 == settings.quote }
      return shape.width < 2 && quotes > 2 * shape.records ? .text : .csv
    }
    return named == nil && shape.isConvincing ? .csv : .text
  }
}
