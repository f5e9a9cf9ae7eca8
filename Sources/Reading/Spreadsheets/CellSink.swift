import Model

/// Takes the cells of a sheet as its reader finds them.
protocol CellSink {
  /// The name of the sheet.
  var name: String { get }
  /// Takes a cell that holds something.
  mutating func add(_ cell: Cell)
  /// Takes a merged area.
  mutating func merge(_ area: MergedArea, within limits: ReadingLimits) throws(Refusal)
  /// Ends the sheet; a value under a merged area is left out with a finding.
  mutating func end(into findings: inout FindingList) throws(Refusal)
}

/// What is wrong with the cells of a sheet as they stand in a file.
enum CellFault {
  static func twice(_ cell: CellReference, of sheet: String) -> Refusal {
    Refusal(
      .malformed, "the cell \(cell) of the sheet '\(sheet)' stands in the file twice",
      place: Place(cell: cell, length: 0, sheet: sheet),
      advice: "open the file in its program, save it again and check it")
  }

  static func tooManyAreas(of sheet: String, _ limits: ReadingLimits) -> Refusal {
    .limit(\.mergedAreas, of: limits, "the sheet '\(sheet)' has too many merged areas")
  }

  static func covered(
    _ cell: CellReference, by area: MergedArea, of sheet: String, into findings: inout FindingList
  ) {
    findings.add(
      .coveredValue, at: Place(cell: cell, length: 0, sheet: sheet), subject: cell.description,
      "the cell \(cell) holds a value under the merged area from \(area.first) to "
        + "\(area.last); it was left out because no reader of the sheet sees it")
  }
}
