import JapaneseText
import Model

/// A piece of a line between blanks.
struct TextPiece {
  var range: Range<Int>
  /// The folded text without blanks.
  var text: String
  /// Whether what parts it from the piece before is more than one narrow blank.
  var isApart = false
  /// The blanks before it, where they may say that it is a part of the row above.
  var indent = ""

  init(_ layout: Layout, _ range: Range<Int>) {
    self.range = range
    text = SheetGrid.compact(layout.string(range))
  }

  private static let signs: Set<String> = ["△", "▲"]
  /// What stands in a number and in no name or number that a blank tears apart.
  private static let marks = Set(",.△▲-−－―—–…".unicodeScalars)

  /// The pieces of a stretch; a sign belongs to the number after it.
  static func pieces(of layout: Layout, in range: Range<Int>) -> [TextPiece] {
    var pieces: [TextPiece] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let start = layout.skipBlanks(offset, limit: range.upperBound)
      var end = start
      while end < range.upperBound, !Layout.isBlank(layout.bytes[end]) { end += 1 }
      if start < end {
        var piece = TextPiece(layout, start..<end)
        let blanks = layout.printed(offset..<start).unicodeScalars
        piece.isApart = blanks.count > 1 || blanks.contains { $0 != " " }
        if let last = pieces.last, signs.contains(last.text), piece.isAmount {
          pieces[pieces.count - 1].range = last.range.lowerBound..<end
          pieces[pieces.count - 1].text += piece.text
        } else {
          pieces.append(piece)
        }
      }
      offset = max(end, start + 1)
    }
    return pieces
  }

  /// The pieces of a line of headings, whose letters may stand apart: 予 算 額.
  static func headings(of layout: Layout, in range: Range<Int>) -> [TextPiece] {
    var headings: [TextPiece] = []
    var isLetter = false
    for piece in pieces(of: layout, in: range) {
      let wasLetter = isLetter
      isLetter = piece.text.unicodeScalars.count == 1
      if isLetter, wasLetter, !piece.isApart, let last = headings.popLast() {
        headings.append(joined([last, piece]))
      } else {
        headings.append(piece)
      }
    }
    return headings
  }

  /// Pieces that are one.
  static func joined(_ pieces: ArraySlice<TextPiece>) -> TextPiece {
    var all = pieces[pieces.startIndex]
    for piece in pieces.dropFirst() {
      all.range = all.range.lowerBound..<piece.range.upperBound
      all.text += piece.text
    }
    return all
  }

  /// Whether it is a number or a mark in place of one.
  var isAmount: Bool {
    let read = CellAmountReader.read(.text(text), unit: 1, rounding: .exact)
    switch read.amount {
    case .figure, .nothing, .untold: return true
    case .other: return false
    }
  }

  /// Whether it can only be an amount of its own: `2` may be the end of a name, `234` that of
  /// `1 234`.
  var isPlainlyAmount: Bool {
    isApart || text.unicodeScalars.contains(where: TextPiece.marks.contains)
  }
}

extension Layout {
  /// Where a name starts after the bullet or the number of its item.
  func nameStart(_ range: Range<Int>) -> Int {
    if let start = afterNumber(range), start < range.upperBound { return start }
    guard let first = scalar(at: range.lowerBound), Marks.opensLine(first.value) else {
      return range.lowerBound
    }
    let start = skipBlanks(range.lowerBound + first.length, limit: range.upperBound)
    // Circles stand for letters too: ○○事業.
    let isLetter = scalar(at: start).map { Marks.opensLine($0.value) } ?? true
    return isLetter || start >= range.upperBound ? range.lowerBound : start
  }
}

/// A line as a row of a table: what stands before the amounts at its end, and these.
struct TextRow {
  var names: [TextPiece]
  var amounts: [TextPiece]

  init(_ pieces: [TextPiece]) {
    let count = pieces.reversed().prefix(while: \.isAmount).count
    names = Array(pieces.dropLast(count))
    amounts = Array(pieces.suffix(count))
  }

  /// Whether numbers stand in it behind a name, but not at its end.
  var holdsAmounts: Bool {
    names.dropFirst().contains { $0.isAmount && $0.isPlainlyAmount }
  }

  /// Whether the line itself shows where the name ends and each amount stands.
  var isCertain: Bool { !names.isEmpty && amounts.allSatisfy(\.isPlainlyAmount) }
}

/// Makes the sheet of a table, row by row.
struct TextTableRows {
  var table: TextTable
  private let layout: Layout
  private var cells: [Cell] = []
  private var merges: [MergedArea] = []
  private var row = 1

  init(caption: Range<Int>, layout: Layout) {
    self.layout = layout
    table = TextTable(sheet: Sheet(name: ""), ranges: [:], caption: caption)
    set(TextPiece(layout, caption), 1)
  }

  /// Adds a row, and gives its number.
  @discardableResult
  mutating func add(
    _ names: [TextPiece], _ amounts: [TextPiece], from column: Int, firstName: Int = 1,
    unnamed: String? = nil
  ) -> Int {
    row += 1
    if let unnamed { cells.append(Cell(CellReference(row: row, column: 1), .text(unnamed))) }
    for (index, name) in names.enumerated() { set(name, firstName + index) }
    for (index, amount) in amounts.enumerated() { set(amount, column + index) }
    return row
  }

  /// Stretches the headings of names over the last two rows.
  mutating func stretchNames(_ columns: Int) {
    merges += (1...columns).map { column in
      MergedArea(
        first: CellReference(row: row - 1, column: column),
        last: CellReference(row: row, column: column))
    }
  }

  private mutating func set(_ piece: TextPiece, _ column: Int) {
    let reference = CellReference(row: row, column: column)
    cells.append(Cell(reference, .text(piece.indent + layout.joined(piece.range))))
    table.ranges[reference] = piece.range
  }

  /// The table, where most lines below its headings are rows of it.
  func finished() -> TextTable? {
    let rows = Set(cells.map(\.reference.row)).count
    var table = table
    table.sheet = Sheet(name: "", cells: cells, merges: merges)
    return table.misfits.count <= rows - 2 ? table : nil
  }
}
