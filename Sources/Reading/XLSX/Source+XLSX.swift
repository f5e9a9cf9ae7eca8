import Model
import Zip

/// Office Open XML workbooks, transitional and strict.
extension Source {
  mutating func readXLSX(_ package: inout PackageReader) throws(Refusal) -> Document.Content {
    let (book, entries) = try openXLSX(&package)
    var sheets: [Sheet] = []
    var cellsLeft = limits.cells
    var budget = TextBudget(limits)
    for entry in entries {
      var part = XLSXSheetPart(
        SheetBuilder(name: entry.name, isHidden: entry.isHidden), of: book, cellsLeft: cellsLeft,
        budget: budget, findings: findings)
      try package.parse(entry.path, &part)
      budget = part.budget
      try part.sink.end(into: &part.findings)
      findings = part.findings
      cellsLeft -= part.sink.cells.count
      sheets.append(part.sink.sheet)
    }
    return .sheets(sheets)
  }

  /// What all sheets share, and the sheets of cells with the paths of their parts.
  mutating func openXLSX(
    _ package: inout PackageReader
  ) throws(Refusal) -> (XLSXBook, [XLSXSheetEntry]) {
    let workbookPath = try workbookPath(&package)
    var workbook = XLSXWorkbookPart()
    try package.parse(workbookPath, &workbook)
    var links = XLSXRelationships(of: workbookPath)
    try package.parse(XLSXRelationships.path(for: workbookPath), &links)

    var strings = XLSXStringsPart(limits)
    if let path = links.target(ofKind: "sharedStrings"), package.contains(path) {
      try package.parse(path, &strings)
    }
    var styles = XLSXStylesPart()
    if let path = links.target(ofKind: "styles"), package.contains(path) {
      try package.parse(path, &styles)
    }
    let book = XLSXBook(
      strings: strings.strings, formats: styles.formats, is1904: workbook.is1904, limits: limits)
    let entries = workbook.sheets.compactMap { entry -> XLSXSheetEntry? in
      // Charts, dialogs and macros are listed as sheets but have no cells.
      guard links.kinds[entry.link] == "worksheet" else { return nil }
      return links.targets[entry.link].map {
        XLSXSheetEntry(name: entry.name, isHidden: entry.isHidden, path: $0)
      }
    }
    guard !entries.isEmpty else {
      throw .noSheet
    }
    return (book, entries)
  }

  /// The part that lists the sheets: named by the package, else where it usually is.
  private func workbookPath(_ package: inout PackageReader) throws(Refusal) -> String {
    if package.contains("_rels/.rels") {
      var links = XLSXRelationships(of: "")
      try package.parse("_rels/.rels", &links)
      if let path = links.target(ofKind: "officeDocument") {
        if path.hasSuffix(".bin") {
          throw Refusal(
            .unsupported, "this is a binary workbook (XLSB), which is not read",
            advice: "save it as XLSX and add that file")
        }
        return path
      }
    }
    return "xl/workbook.xml"
  }
}

/// A sheet of cells of a workbook.
struct XLSXSheetEntry {
  let name: String
  let isHidden: Bool
  let path: String
}
