import Model
import XML

/// A web page: its data tables, and its text on the lines of its source.
struct HTMLPage: PartHandler {
  static var vocabulary: XMLVocabulary { HTMLWord.vocabulary }

  private(set) var lines = LineText()
  private(set) var title = ""
  private(set) var sheets: [Sheet] = []
  private let limits: ReadingLimits
  private var cellsLeft: Int
  // Tables may lie in each other; the innermost is the last.
  private var open: [HTMLTable] = []
  private var tableCount = 0
  private var skipDepth = 0
  private var isInTitle = false
  private var isInCaption = false

  init(_ limits: ReadingLimits) {
    self.limits = limits
    cellsLeft = limits.cells
  }

  mutating func take(_ event: XMLEvent, _ reader: borrowing XMLReader) throws(Refusal) {
    if event.kind == .text { return take(reader.text(of: event), endingOn: event.line) }
    guard HTMLWord.allCases.indices.contains(event.name) else { return }
    let word = HTMLWord.allCases[event.name]
    let isStart = event.kind == .start
    if word.isSkipped {
      skipDepth += isStart ? 1 : -1
      return
    }
    if word.separates { lines.separate() }
    switch word {
    case .title: isInTitle = isStart
    case .caption: isInCaption = isStart && !open.isEmpty
    case .table where isStart:
      guard open.count < limits.nesting else {
        throw .limit(\.nesting, of: limits, "tables lie too deep in each other")
      }
      open.append(HTMLTable(mark: lines.mark))
    case .table: try endTable()
    default: if !open.isEmpty { try take(word, isStart, event, reader) }
    }
  }

  private mutating func take(
    _ word: HTMLWord, _ isStart: Bool, _ event: XMLEvent, _ reader: borrowing XMLReader
  ) throws(Refusal) {
    let innermost = open.count - 1
    switch word {
    case .row: if isStart { open[innermost].beginRow() } else { open[innermost].endCell() }
    case .cell, .header:
      guard isStart else { return open[innermost].endCell() }
      func span(_ word: HTMLWord) -> Int {
        HTMLWord.allCases.firstIndex(of: word)
          .flatMap { reader.attribute($0, of: event)?.number } ?? 1
      }
      guard open[innermost].cells.count < cellsLeft else {
        throw .limit(\.cells, of: limits, "the page has too many cells")
      }
      guard open[innermost].merges.count < limits.mergedAreas else {
        throw .limit(\.mergedAreas, of: limits, "a table of the page has too many merged areas")
      }
      open[innermost].beginCell(columns: span(.columns), rows: span(.rows))
    default: open[innermost].breakLine()
    }
  }

  private mutating func take(_ text: Swift.Span<UInt8>, endingOn line: Int) {
    guard skipDepth == 0 else { return }
    if isInTitle {
      title += text.string
      return
    }
    lines.append(text, endingOn: line)
    guard let table = open.last else { return }
    if table.isInCell, !isInCaption {
      open[open.count - 1].append(text)
    } else {
      // What stands in a table outside its cells is said by its name.
      open[open.count - 1].caption += text.string
    }
  }

  private mutating func endTable() throws(Refusal) {
    guard var table = open.popLast() else { return }
    table.endCell()
    guard table.isData else {
      // A table that only arranges a page is part of the cell it lies in.
      if !open.isEmpty {
        for cell in table.cells {
          open[open.count - 1].append(Array((" " + cell.value.text + " ").utf8).span)
        }
      }
      return
    }
    // What a table of data says is said by its cells, not a second time by the text.
    lines.goBack(to: table.mark)
    tableCount += 1
    cellsLeft -= table.cells.count
    let caption = table.caption.split { $0.isWhitespace }.joined(separator: " ")
    let name = "table \(tableCount)" + (caption.isEmpty ? "" : " \(caption)")
    sheets.append(Sheet(name: name, cells: table.cells, merges: table.merges))
  }
}
