import Model

/// The rows of one sheet as CSV, all of one width, written as they come.
///
/// The first rows are held until it is clear how wide the sheet is; a small sheet is held whole.
/// Where a later row shows that something was not known in time, the sheet must be read again.
struct CSVRows: CellSink {
  /// How many bytes of text are held.
  private static let held = 1 << 20

  /// What a sheet must be known to have before its first row is written.
  struct Layout: Equatable {
    var width = 0
    var merges: [MergedArea] = []
  }

  /// How it went.
  enum Outcome: Equatable {
    case written
    /// The sheet must be read again with this known.
    case readAgain(Layout)
    /// The cells do not stand in the order of the sheet.
    case unordered
  }

  let name: String
  private(set) var outcome = Outcome.written

  private let layout: Layout
  private let limits: ReadingLimits
  private var merges: [MergedArea] = []
  private var sweep: MergeSweep?
  private var covered: [(cell: CellReference, area: MergedArea)] = []
  private var isOrdered = true
  private var last = CellReference(row: 0, column: 0)
  // The last column that holds something, and the width that is written.
  private var width = 0
  private var writtenWidth: Int

  private var isHolding: Bool
  private var cells: [Held] = []
  private var bytes: [UInt8] = []

  // What is ready to be written, and how much has been.
  private var output: [UInt8] = []
  private var written = 0
  // The row that is being written, and how many of its fields are.
  private var row = 0
  private var fields = 0

  /// A cell that is held, and where its text lies among the bytes.
  private struct Held {
    let cell: CellReference
    let text: Range<Int>
  }

  /// Makes rows of a sheet; `layout` is what an earlier reading has shown.
  init(name: String, layout: Layout? = nil, limits: ReadingLimits) {
    self.name = name
    self.layout = layout ?? Layout()
    self.limits = limits
    isHolding = layout == nil
    writtenWidth = self.layout.width
    if !self.layout.merges.isEmpty { sweep = MergeSweep(self.layout.merges) }
  }

  mutating func add(_ cell: Cell) {
    if last >= cell.reference { isOrdered = false }
    last = cell.reference
    guard isHolding || isOrdered else { return }
    if let area = sweep?.area(over: cell.reference), area.first != cell.reference {
      covered.append((cell.reference, area))
      return
    }
    width = max(width, cell.reference.column)
    guard isHolding else { return write(cell.value.text.utf8Span.span, at: cell.reference) }
    let start = bytes.count
    bytes.append(contentsOf: cell.value.text.utf8)
    cells.append(Held(cell: cell.reference, text: start..<bytes.count))
    if bytes.count > CSVRows.held || cells.count > CSVRows.held / 16 { release() }
  }

  mutating func merge(_ area: MergedArea, within limits: ReadingLimits) throws(Refusal) {
    guard merges.count < limits.mergedAreas else {
      throw CellFault.tooManyAreas(of: name, limits)
    }
    if area.first != area.last { merges.append(area) }
  }

  /// Writes the rows that are held, and those that follow as they come.
  private mutating func release() {
    isHolding = false
    writtenWidth = width
    let (cells, bytes) = (cells, bytes)
    self.cells = []
    self.bytes = []
    guard isOrdered else { return }
    for held in cells { write(bytes.span.extracting(held.text), at: held.cell) }
  }

  mutating func end(into findings: inout FindingList) throws(Refusal) {
    merges.sort { $0.first < $1.first }
    if isHolding {
      try order()
      dropCovered()
      width = cells.reduce(0) { max($0, $1.cell.column) }
      release()
    } else if !isOrdered {
      outcome = .unordered
    } else if layout.merges.isEmpty, !merges.isEmpty {
      outcome = .readAgain(Layout(width: width, merges: merges))
    } else if width != writtenWidth {
      outcome = .readAgain(Layout(width: width, merges: layout.merges))
    }
    if row > 0 { endRow() }
    for (cell, area) in covered { CellFault.covered(cell, by: area, of: name, into: &findings) }
  }

  private mutating func order() throws(Refusal) {
    guard !isOrdered else { return }
    cells.sort { $0.cell < $1.cell }
    for index in cells.indices.dropFirst() where cells[index - 1].cell == cells[index].cell {
      throw CellFault.twice(cells[index].cell, of: name)
    }
    isOrdered = true
  }

  private mutating func dropCovered() {
    guard !merges.isEmpty else { return }
    var sweep = MergeSweep(merges)
    cells.removeAll { held in
      guard let area = sweep.area(over: held.cell), area.first != held.cell else { return false }
      covered.append((held.cell, area))
      return true
    }
  }
}

extension CSVRows {
  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")

  private var isTooLong: Bool { written + output.count > limits.unpackedBytes }

  private mutating func write(_ text: Swift.Span<UInt8>, at cell: CellReference) {
    while row < cell.row, !isTooLong {
      if row > 0 { endRow() }
      row += 1
      fields = 0
    }
    appendCommas(cell.column - max(fields, 1))
    fields = cell.column
    for index in text.indices {
      switch text[index] {
      case CSVRows.comma, CSVRows.quote, 0x0A, 0x0D: return append(quoting: text)
      default: continue
      }
    }
    text.append(to: &output)
  }

  private mutating func append(quoting text: Swift.Span<UInt8>) {
    output.append(CSVRows.quote)
    for index in text.indices {
      if text[index] == CSVRows.quote { output.append(CSVRows.quote) }
      output.append(text[index])
    }
    output.append(CSVRows.quote)
  }

  private mutating func appendCommas(_ count: Int) {
    for _ in 0..<max(0, count) { output.append(CSVRows.comma) }
  }

  private mutating func endRow() {
    // One empty field without quotes would be a blank line.
    if writtenWidth == 1, fields == 0 { output += [CSVRows.quote, CSVRows.quote] }
    appendCommas(writtenWidth - max(fields, 1))
    output.append(0x0A)
  }

  /// Writes what is ready, where it is enough to be worth a call.
  mutating func flush(to sink: inout some TableSink & ~Copyable, atLeast count: Int = 1)
    throws(Refusal)
  {
    guard output.count >= count else { return }
    guard !isTooLong else {
      throw .limit(\.unpackedBytes, of: limits, "the sheet '\(name)' is too long as CSV")
    }
    written += output.count
    try sink.write(output.span)
    output.removeAll(keepingCapacity: true)
  }
}
