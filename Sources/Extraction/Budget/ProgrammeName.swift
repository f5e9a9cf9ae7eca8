import JapaneseText

/// A programme's name out of a list item or a title.
struct ProgrammeName: Sendable, Hashable {
  /// The names; several that share a figure stand beside each other with ／.
  var names: [String]
  /// The bracket after the name, which may belong to it or describe it.
  var bracket = ""
  /// Whether the text marks it as listed elsewhere too.
  var reprise = false
  /// 一部 and other notes on the part meant.
  var part = ""
  /// Whether it ends as names of programmes end.
  var isStrong = false

  /// What the name is compared by.
  var key: String { names.map(ProgrammeName.key).joined(separator: "/") }

  /// A name without blanks, marks and a last 等.
  static func key(_ name: String) -> String {
    var out: [UInt8] = []
    for scalar in fold(name).unicodeScalars {
      switch scalar.value {
      case 0x20, 0x30FB, 0x2C, 0x3001, 0x3000, 0x2A, 0x203B, 0x28, 0x29, 0x300C, 0x300D, 0x2D,
        0x30FC, 0x2010:
        continue
      default: out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    let also: Word = "等"
    if out.count > also.count + 6, out.suffix(also.count).elementsEqual(also.bytes) {
      out.removeLast(also.count)
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Takes a programme's name out of folded text.
struct ProgrammeNameReader {
  let lexicon: Lexicon

  private static let marks: [(Word, Bool)] = [("一部再掲", false), ("再掲", true)]
  private static let longestName = 240
  /// Characters of sentences and lists, which names do not hold outside brackets.
  private static let sentence: Set<UInt32> = Set("、。,①②③④⑤⑥⑦⑧⑨⑩".unicodeScalars.map(\.value))
  private static let also: Word = "等"

  /// Reads a text that is a name with what may stand after it: （再掲）, *, 等※, ／ and another.
  func read(_ text: String) -> ProgrammeName {
    var bytes = withoutNews(Array(text.utf8))
    var name = ProgrammeName(names: [])
    while strip(&bytes, &name) {}
    let parts = split(bytes)
    if parts.count > 1, parts.allSatisfy({ looksLikeName($0) }) {
      name.names = parts.map { clean($0) }
      name.isStrong = true
      return name
    }
    takeBracket(&bytes, &name)
    let base = clean(bytes)
    name.names = base.isEmpty ? [] : [base]
    name.isStrong = looksLikeName(bytes)
    return name
  }

  /// Whether a text ends as a programme's name does, a last bracket or 等 set aside.
  func looksLikeName(_ bytes: [UInt8]) -> Bool {
    var name = ProgrammeName(names: [])
    var rest = bytes
    while strip(&rest, &name) {}
    takeBracket(&rest, &name)
    var text = clean(rest)
    if text.ends(with: [ProgrammeNameReader.also]) {
      text.unicodeScalars.removeLast()
      text = text.trimmingBlanks
    }
    return text.utf8.count >= 12 && text.utf8.count <= ProgrammeNameReader.longestName
      && text.ends(with: lexicon.programmeSuffixes)
      && !text.unicodeScalars.contains { ProgrammeNameReader.sentence.contains($0.value) }
  }

  private static let news: [Word] = ["新規", "拡充", "継続", "新"]

  /// A text without 新規: or 【新規】 before it, which says that the programme is new.
  private func withoutNews(_ bytes: [UInt8]) -> [UInt8] {
    let opener: Word? = ["(", "[", "【", "<"].first { bytes.starts(with: $0.bytes) }
    let start = opener?.count ?? 0
    guard
      let word = ProgrammeNameReader.news.first(where: { bytes[start...].starts(with: $0.bytes) })
    else { return bytes }
    let rest = bytes[(start + word.count)...]
    let closers: [Word] = opener == nil ? [":"] : [")", "]", "】", ">"]
    guard let close = closers.first(where: { rest.starts(with: $0.bytes) }) else { return bytes }
    return Array(rest.dropFirst(close.count).drop { Layout.isBlank($0) })
  }

  /// Strips one mark from the end: a blank, *, ※, （再掲）, （一部）.
  private func strip(_ bytes: inout [UInt8], _ name: inout ProgrammeName) -> Bool {
    guard let last = bytes.last else { return false }
    if Layout.isBlank(last) || last == 0x2A || last == 0x3A {
      bytes.removeLast()
      return true
    }
    for mark in [Word("※"), Word("•")]
    where bytes.count >= mark.count && bytes.suffix(mark.count).elementsEqual(mark.bytes) {
      bytes.removeLast(mark.count)
      return true
    }
    guard let open = openOfLastBracket(bytes) else { return false }
    let inside = String(decoding: bytes[open.inner], as: UTF8.self)
    if inside.holds("再掲"), inside.holds("除") {
      // What is listed again is left out of its figure.
    } else if inside.holds("再掲"), inside.utf8.count < 60 {
      name.reprise = true
      if let colon = inside.split(separator: ":").dropFirst().first { name.part = String(colon) }
    } else if ProgrammeNameReader.news.contains(where: { inside.utf8.elementsEqual($0.bytes) }) {
      // Said of the programme, no part of its name.
    } else if inside == "一部" {
      name.part = inside
    } else {
      return false
    }
    bytes.removeLast(bytes.count - open.outer)
    return true
  }

  /// Sets the last bracket aside where a name stands before it.
  private func takeBracket(_ bytes: inout [UInt8], _ name: inout ProgrammeName) {
    guard let open = openOfLastBracket(bytes), open.outer > 0 else { return }
    name.bracket = clean(Array(bytes[open.inner]))
    bytes.removeLast(bytes.count - open.outer)
  }

  private static let brackets: [(Word, Word)] = [
    ("(", ")"), ("≪", "≫"), ("《", "》"), ("〈", "〉"), ("[", "]"), ("【", "】"),
  ]

  /// Where the bracket that ends a text opens.
  private func openOfLastBracket(_ bytes: [UInt8]) -> (outer: Int, inner: Range<Int>)? {
    for (open, close) in ProgrammeNameReader.brackets
    where bytes.count > close.count && bytes.suffix(close.count).elementsEqual(close.bytes) {
      var depth = 0
      var index = bytes.count - close.count
      let end = index
      while index >= 0 {
        if bytes[index...].starts(with: close.bytes) { depth += 1 }
        if bytes[index...].starts(with: open.bytes) { depth -= 1 }
        if depth == 0 { return (index, index + open.count..<end) }
        index -= 1
      }
    }
    return nil
  }

  private func split(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x2F).map(Array.init)
  }

  private func clean(_ bytes: [UInt8]) -> String {
    let range = Layout.trimmed(0..<bytes.count, bytes)
    return String(decoding: bytes[range], as: UTF8.self)
  }
}
