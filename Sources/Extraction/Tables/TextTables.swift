import JapaneseText
import Model

/// Finds the tables of a running text: below 単位：百万円 a line of headings, and lines of a name and
/// as many bare numbers as there are headings of numbers.
struct TextTables {
  let layout: Layout
  let settings: FamilySettings
  private let words: SheetHeader

  private static let unit: Word = "単位"
  private static let fullStop: Word = "。"
  /// Lines of text between a caption and its headings, the headings included.
  private static let mostLinesToHeading = 3
  /// A longer line is no name of a programme, in bytes.
  private static let longestName = 150

  init(layout: Layout, settings: FamilySettings) {
    self.layout = layout
    self.settings = settings
    words = SheetHeader(grid: SheetGrid(Sheet(name: "")), settings: settings, fiscalYear: nil)
  }

  /// The tables in the order of the text, and the captions above rows that are read as none.
  func tables() -> (read: [TextTable], unread: [Range<Int>]) {
    var tables: [TextTable] = []
    var unread: [Range<Int>] = []
    var offset = 0
    while let found = layout.find(TextTables.unit, in: offset..<layout.bytes.count) {
      let line = layout.line(at: found)
      offset = layout.lines[line].whole.upperBound
      guard let caption = caption(on: line, at: found) else { continue }
      if let table = heading(below: line, caption).flatMap({ read(caption, $0) }) {
        tables.append(table)
      } else if hasRows(below: line) {
        unread.append(caption)
      }
    }
    return (tables, unread)
  }

  /// Lines below a caption among which rows are looked for, and how many make a table.
  private static let linesTried = 12
  private static let fewestRows = 2

  /// Whether rows of a name and bare numbers stand below a caption.
  private func hasRows(below line: Int) -> Bool {
    let lines = layout.content.dropFirst(layout.contentIndex[line] + 1).prefix(
      TextTables.linesTried
    )
    .prefix { !ends(layout.lines[$0].text) }
    let rows = lines.lazy.map { TextRow(TextPiece.pieces(of: layout, in: layout.lines[$0].text)) }
    return rows.count { !$0.amounts.isEmpty && $0.isCertain } >= TextTables.fewestRows
  }

  // MARK: Caption and headings

  /// The stretch of a caption that prints a unit: （単位：百万円）.
  private func caption(on line: Int, at word: Int) -> Range<Int>? {
    let text = layout.lines[line].text
    guard layout.lines[line].role == .content, !layout.contains([TextTables.fullStop], in: text)
    else { return nil }
    let isBracketed = word > text.lowerBound && [0x28, 0x5B].contains(layout.bytes[word - 1])
    let range = word - (isBracketed ? 1 : 0)..<text.upperBound
    return UnitCaption.unit(in: SheetGrid.compact(layout.string(range))) == nil ? nil : range
  }

  private struct Heading {
    /// Its line, by position among those that say something.
    var position: Int
    var names: [TextPiece]
    var amounts: [TextPiece]
    /// A second line of headings of the amounts.
    var below: [TextPiece] = []
    /// The first row.
    var next: Int { position + (below.isEmpty ? 1 : 2) }
  }

  private func heading(below line: Int, _ caption: Range<Int>) -> Heading? {
    let first = layout.contentIndex[line]
    let last = min(layout.content.count, first + 1 + TextTables.mostLinesToHeading)
    for position in first..<last {
      let text = layout.lines[layout.content[position]].text
      let end = position == first ? caption.lowerBound : text.upperBound
      guard text.lowerBound < end,
        var heading = heading(
          TextPiece.headings(of: layout, in: text.lowerBound..<end), position)
      else { continue }
      if position + 1 < layout.content.count {
        let below = TextPiece.headings(
          of: layout, in: layout.lines[layout.content[position + 1]].text)
        if below.count == heading.amounts.count,
          below.count(where: isHeading) * 2 > below.count,
          below.allSatisfy({ isHeading($0) || !$0.isAmount })
        {
          heading.below = below
        }
      }
      if (heading.amounts + heading.below).contains(where: { words.stage($0.text) != nil }) {
        return heading
      }
    }
    return nil
  }

  private func heading(_ pieces: [TextPiece], _ position: Int) -> Heading? {
    var names: [TextPiece] = []
    var rest = pieces[...]
    // 事 項: the letters of a heading may stand apart.
    while let count = [3, 2, 1].first(where: { count in
      rest.count > count && words.isName(rest.prefix(count).map(\.text).joined())
    }) {
      names.append(TextPiece.joined(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    guard rest.contains(where: isHeading),
      rest.allSatisfy({ !$0.isAmount || words.year($0.text) != nil })
    else { return nil }
    return Heading(position: position, names: names, amounts: Array(rest))
  }

  private func isHeading(_ piece: TextPiece) -> Bool {
    words.isKnown(piece.text) || words.year(piece.text) != nil
      || UnitCaption.unit(in: piece.text) != nil
  }

  // MARK: Rows

  private func read(_ caption: Range<Int>, _ heading: Heading) -> TextTable? {
    var rows = TextTableRows(caption: caption, layout: layout)
    let unnamed = heading.names.isEmpty
    let columns = unnamed ? 1 : heading.names.count
    rows.add(
      heading.names, heading.amounts, from: columns + 1,
      unnamed: unnamed ? settings.sheets.programmeColumns.first : nil)
    if !heading.below.isEmpty {
      rows.add([], heading.below, from: columns + 1)
      rows.stretchNames(columns)
    }
    for (index, piece) in heading.amounts.enumerated() {
      let label = piece.text + (heading.below.isEmpty ? "" : heading.below[index].text)
      // Without a heading the column of names is only likely to be one.
      if !unnamed, words.year(label) != nil { rows.table.dated.insert(columns + 1 + index) }
    }
    let headingText = layout.string(layout.lines[layout.content[heading.position]].text)
    var loose: Int?
    var last: Int?
    for position in heading.next..<max(heading.next, layout.content.count) {
      let line = layout.lines[layout.content[position]]
      let text = layout.string(line.text)
      // Headings are printed again on the next page.
      if text == headingText { continue }
      let isApart = line.blanksBefore > 0 && !layout.isDoubleSpaced
      let row = TextRow(TextPiece.pieces(of: layout, in: line.text))
      if row.amounts.isEmpty, !row.holdsAmounts {
        // One line may be a part of the name above or below it; two are no table.
        if loose != nil || isApart || ends(line.text) { break }
        if let last { rows.table.uncertain.insert(last) }
        (loose, last) = (layout.content[position], nil)
        continue
      }
      if ends(line.text) { break }
      var names = named(row.names, columns)
      if names.isEmpty, let loose { names = [TextPiece(layout, layout.lines[loose].text)] }
      if row.amounts.count == heading.amounts.count, !names.isEmpty {
        if columns == 1 {
          names[0].indent = layout.printed(line.whole.lowerBound..<line.text.lowerBound)
        }
        // A name that stands alone is that of the last column: the others go on from above.
        last = rows.add(
          names, row.amounts, from: columns + 1, firstName: columns - names.count + 1)
        let isCertain =
          row.isCertain && loose == nil && names.count == columns
          && words.year(names[0].text) == nil
        if let last, !isCertain { rows.table.uncertain.insert(last) }
      } else {
        rows.table.misfits.append(
          TextTable.Misfit(
            text: line.text, amounts: row.amounts.count, columns: heading.amounts.count))
        last = nil
      }
      loose = nil
    }
    return rows.finished()
  }

  /// The names of a row, one for each column of names, or one for the last of them.
  private func named(_ pieces: [TextPiece], _ columns: Int) -> [TextPiece] {
    guard let first = pieces.first, let end = pieces.last?.range.upperBound else { return [] }
    let start = layout.nameStart(first.range.lowerBound..<end)
    var names = pieces.filter { $0.range.upperBound > start }
    names[0] = TextPiece(layout, start..<names[0].range.upperBound)
    if names.count == columns { return names }
    var groups: [ArraySlice<TextPiece>] = []
    var begin = 0
    for index in 1..<max(1, names.count) where names[index].isApart {
      groups.append(names[begin..<index])
      begin = index
    }
    groups.append(names[begin...])
    return groups.count == columns
      ? groups.map(TextPiece.joined) : [TextPiece.joined(names[...])]
  }

  /// Whether a line is no row of a table: a sentence, a further caption.
  private func ends(_ text: Range<Int>) -> Bool {
    text.count > TextTables.longestName
      || layout.contains([TextTables.fullStop, TextTables.unit], in: text)
  }
}
