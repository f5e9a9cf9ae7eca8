import Model
import XML

/// One sheet of a workbook as CSV, row by row.
extension Source {
  mutating func copyXLSX(
    _ package: inout PackageReader, sheet name: String?, to sink: inout some TableSink & ~Copyable
  ) throws(Refusal) {
    let (book, entries) = try openXLSX(&package)
    let index = try Source.choose(name, among: entries.map { ($0.name, $0.isHidden) })
    let entry = entries[index]
    let before = findings
    var layout: CSVRows.Layout?
    while true {
      var part = XLSXSheetPart(
        CSVRows(name: entry.name, layout: layout, limits: limits), of: book,
        cellsLeft: limits.cells, budget: TextBudget(limits), findings: before)
      defer { findings = part.findings }
      try package.parse(entry.path, &part) { part throws(Refusal) in
        try part.sink.flush(to: &sink)
      }
      try part.sink.end(into: &part.findings)
      switch part.sink.outcome {
      case .written: return try part.sink.flush(to: &sink)
      case .readAgain(let known): layout = known
      case .unordered:
        try sink.clear()
        var whole = XLSXSheetPart(
          SheetBuilder(name: entry.name, isHidden: entry.isHidden), of: book,
          cellsLeft: limits.cells, budget: TextBudget(limits), findings: before)
        try package.parse(entry.path, &whole)
        try whole.sink.end(into: &whole.findings)
        part.findings = whole.findings
        return try copy(whole.sink.sheet, to: &sink)
      }
      try sink.clear()
    }
  }

  mutating func copyODS(
    _ package: inout PackageReader, sheet name: String?, to sink: inout some TableSink & ~Copyable
  ) throws(Refusal) {
    try refuseEncryptedODS(&package)
    let before = findings
    var name = name
    var layout: CSVRows.Layout?
    while true {
      findings = before
      let content = try readODS(&package, sheet: name, layout, to: &sink)
      guard var rows = content.finished.first else {
        guard !content.seen.isEmpty else { throw .noSheet }
        // No sheet of that name, or all are hidden: only now all are known.
        name = content.seen[try Source.choose(name, among: content.seen)].name
        continue
      }
      switch rows.outcome {
      case .written: return try rows.flush(to: &sink)
      case .readAgain(let known): layout = known
      case .unordered:
        // The format has no places of its own for cells: they stand in order.
        preconditionFailure("the cells of an ODS sheet are out of order")
      }
      try sink.clear()
    }
  }

  private mutating func readODS(
    _ package: inout PackageReader, sheet name: String?, _ layout: CSVRows.Layout?,
    to sink: inout some TableSink & ~Copyable
  ) throws(Refusal) -> ODSContentPart<CSVRows> {
    var content = ODSContentPart<CSVRows>(limits, findings: findings) { [limits] sheet, isHidden in
      guard name.map({ $0 == sheet }) ?? !isHidden else { return nil }
      return CSVRows(name: sheet, layout: layout, limits: limits)
    }
    content.onlyOne = true
    defer { findings = content.findings }
    try package.parse("content.xml", &content) { content throws(Refusal) in
      try content.sink?.flush(to: &sink)
    }
    return content
  }
}
