import PDF

/// Characters beside each other on one line of a page.
struct PageRun {
  private(set) var box: PDFBox
  private(set) var text: [UInt8] = []
  /// How many characters it has, blanks not counted.
  private(set) var count = 0
  /// The size of its largest character.
  private(set) var size: Int
  private var last: Unicode.Scalar

  init(_ first: PDFCharacter) {
    box = first.box
    size = max(1, first.box.height)
    last = first.scalar
    add(first.scalar)
  }

  /// Whether a character goes on where the run ends.
  func isContinued(by next: PDFCharacter) -> Bool {
    let smaller = min(size, max(1, next.box.height))
    let gap = next.box.left - box.right
    return abs(next.box.middle - box.middle) * 4 <= smaller && gap * 2 <= smaller
      && gap * 2 >= -smaller
  }

  mutating func append(_ next: PDFCharacter) {
    if needsBlank(next.box.left - box.right, before: next.scalar) { text.append(0x20) }
    box = box.union(next.box)
    size = max(size, next.box.height)
    last = next.scalar
    add(next.scalar)
  }

  /// Joins a run that stands to the right of this one.
  mutating func append(_ next: PageRun) {
    if next.box.left - box.right > size * 3 / 10 { text.append(0x20) }
    box = box.union(next.box)
    size = max(size, next.size)
    text += next.text
    count += next.count
    last = next.last
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    text.append(contentsOf: String(Character(scalar)).utf8)
    count += 1
  }

  /// Latin words stand closer to each other than Japanese characters may.
  private func needsBlank(_ gap: Int, before next: Unicode.Scalar) -> Bool {
    let isLatin = last.isASCII && next.isASCII
    return gap * 100 > size * (isLatin ? 15 : 30)
  }

  /// Whether it is mostly digits, as an amount is.
  var isFigure: Bool {
    var digits = 0
    var others = 0
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0xFF10...0xFF19: digits += 1
      // Points, commas, signs, and the words of amounts.
      case 0x20...0x2F, 0xFF0C, 0xFF0E, 0x25B3, 0x25B2, 0x5104, 0x4E07, 0x5343, 0x767E, 0x5146,
        0x5186:
        continue
      default: others += 1
      }
    }
    return digits > 0 && others <= 2
  }

  /// The runs of a page, in the order of its characters.
  static func runs(of page: PDFPage) -> [PageRun] {
    var runs: [PageRun] = []
    for character in page.characters {
      // What lies off the page shows to nobody who reads it.
      guard character.box.centre >= 0, character.box.centre <= page.box.right,
        character.box.middle >= 0, character.box.middle <= page.box.bottom
      else { continue }
      if let last = runs.indices.last, runs[last].isContinued(by: character) {
        runs[last].append(character)
      } else {
        runs.append(PageRun(character))
      }
    }
    return runs
  }
}
