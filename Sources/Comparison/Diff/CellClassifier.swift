import JapaneseText
import Model

/// Says what sort of change it is when a value differs.
struct CellClassifier: Sendable {
  /// Columns that say where a row stands.
  static let places: Set<String> = ["line", "place"]
  /// Columns that name what a row is about.
  static let names: Set<String> = ["name", "title", "programme", "project"]
  /// Columns that follow the amount of their row.
  static let followers: Set<String> = [
    "raw", "unit_yen", "rounding", "amount_low", "amount_high",
  ]

  private let columns: [ColumnDescription]

  init(_ columns: [ColumnDescription]) { self.columns = columns }

  /// The changes of a row's cells; both rows are in the order of the new columns.
  func changes(_ old: [Value], _ new: [Value], at positions: [Int]) -> [CellChange] {
    var changes = positions.map { change($0, old, new) }
    let amount = changes.first { $0.column == "amount_yen" }?.kind
    if let amount {
      for index in changes.indices where CellClassifier.followers.contains(changes[index].column) {
        changes[index] = changes[index].followed(by: amount)
      }
    }
    return changes
  }

  private func change(_ position: Int, _ old: [Value], _ new: [Value]) -> CellChange {
    let column = columns[position]
    let before = old[position]
    let after = new[position]
    let figures = (figure(position, old), figure(position, new))
    let kind = kind(of: column, before, after, figures)
    var difference: Int64?
    var units: Int64?
    var basisPoints: Int64?
    let isMeasured = column.name != "unit_yen" && !CellClassifier.places.contains(column.name)
    if isMeasured, let a = figures.0?.yen ?? before.number, let b = figures.1?.yen ?? after.number {
      let (result, overflow) = b.subtractingReportingOverflow(a)
      if !overflow {
        difference = result
        let unit = max(figures.0?.unit ?? 1, figures.1?.unit ?? 1)
        if unit > 1, result % unit == 0 { units = result / unit }
      }
      basisPoints = Rate.basisPoints(from: a, to: b)
    }
    return CellChange(
      column: column.name, old: before, new: after, kind: kind, difference: difference,
      units: units, basisPoints: basisPoints)
  }

  private func kind(
    of column: ColumnDescription, _ old: Value, _ new: Value, _ figures: (Figure?, Figure?)
  ) -> ChangeClass {
    if CellClassifier.places.contains(column.name) { return .moved }
    if let before = figures.0, let after = figures.1 {
      if Slip.isSlip(from: before.yen, to: after.yen) { return .slip }
      return before.interval.meets(after.interval) ? .rounding : .changed
    }
    guard case .text(let before) = old, case .text(let after) = new else { return .changed }
    if Wording.isSame(before, after) { return .reworded }
    return CellClassifier.names.contains(column.name) ? .renamed : .changed
  }

  /// The figure a cell holds, where it holds money.
  private func figure(_ position: Int, _ row: [Value]) -> Figure? {
    let name = columns[position].name
    let isMoney = CellClassifier.isMoney(name)
    if isMoney, let yen = row[position].number {
      let unit = value("unit_yen", row)?.number ?? 1
      let rounding = value("rounding", row).flatMap { Rounding(columnValue: $0) }
      return Figure(
        yen: yen, unit: max(1, unit), rounding: rounding ?? (unit > 1 ? .round : .exact))
    }
    guard case .text(let text) = row[position], isMoney || text.unicodeScalars.contains("円"),
      case .success(let amount) = AmountValue.read(text), let yen = amount.mention.yen
    else { return nil }
    return Figure(yen: yen, unit: amount.mention.unitYen ?? 1)
  }

  /// Whether a column holds money, by its name.
  private static func isMoney(_ name: String) -> Bool {
    guard name != "unit_yen" else { return false }
    return name.hasSuffix("_yen") || name.unicodeScalars.contains("円")
      || name.unicodeScalars.contains("額")
  }

  private func value(_ name: String, _ row: [Value]) -> Value? {
    columns.firstIndex { $0.name == name }.map { row[$0] }
  }
}

/// Slips of a pen or a unit.
enum Slip {
  /// Whether an amount became another by ×10, ×100, ×1000, their inverses, or its sign.
  static func isSlip(from old: Int64, to new: Int64) -> Bool {
    guard old != 0, new != 0 else { return false }
    if old != .min, new == -old { return true }
    let factors: [Int64] = [10, 100, 1000]
    return factors.contains { factor in
      let grown = old.multipliedReportingOverflow(by: factor)
      let shrunk = new.multipliedReportingOverflow(by: factor)
      return (!grown.overflow && grown.partialValue == new)
        || (!shrunk.overflow && shrunk.partialValue == old)
    }
  }
}

/// Texts that say the same in another writing.
enum Wording {
  /// Whether two texts are the same when width, spaces and variants are folded.
  static func isSame(_ a: String, _ b: String) -> Bool { bare(a) == bare(b) }

  private static func bare(_ text: String) -> [UInt8] {
    fold(text.replacing("⏎", with: "")).utf8.filter { $0 > 0x20 }
  }
}

/// Rates of change without floating point.
enum Rate {
  /// The change in hundredths of a percent of the old amount, halves away from zero.
  static func basisPoints(from old: Int64, to new: Int64) -> Int64? {
    guard old != 0 else { return nil }
    let base = Int128(old.magnitude)
    let change = (Int128(new) - Int128(old)) * 10_000
    let half = change < 0 ? -base / 2 : base / 2
    return Int64(exactly: (change + half) / base)
  }
}

extension Value {
  /// The whole number, also where a file without types writes one.
  var number: Int64? {
    switch self {
    case .integer(let number): number
    case .text(let text):
      if case .integer(let number)? = ColumnType.integer.value(ofField: text) {
        number
      } else {
        nil
      }
    default: nil
    }
  }
}

extension CellChange {
  /// The change as that of a column that follows the amount.
  func followed(by amount: ChangeClass) -> CellChange {
    CellChange(
      column: column, old: old, new: new, kind: amount, difference: difference, units: units,
      basisPoints: basisPoints)
  }
}
