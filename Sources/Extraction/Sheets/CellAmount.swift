import JapaneseText
import Model

/// What a cell of a money column holds.
enum CellAmount: Sendable, Hashable {
  /// An amount.
  case figure(Figure)
  /// A mark that stands for no amount: －.
  case nothing
  /// A mark or a word in place of an amount that there is: 調整中, ×, ….
  case untold
  /// Something else.
  case other
}

/// What is odd about the way a cell prints its amount.
enum CellFault: Sendable, Hashable {
  /// More digits than a spreadsheet keeps, rounded away.
  case noise
  /// A number that the workbook holds as text.
  case text
  /// A number that blanks tear apart.
  case torn
  /// Several numbers.
  case several
  /// Digits that make no number.
  case unreadable
  /// A mark or a word where the column has numbers.
  case mark
  /// A mark or a word for an amount that is not told.
  case untold

  /// Whether there is an amount all the same, which is not known.
  var hidesAmount: Bool {
    switch self {
    case .several, .unreadable, .untold: true
    case .noise, .text, .torn, .mark: false
    }
  }
}

/// Reads amounts out of cells, in the unit of their column.
enum CellAmountReader {
  /// Numbers of more digits than a spreadsheet keeps carry the noise of binary fractions.
  private static let keptDigits = 15
  private static let nothing: Set<String> = [
    "-", "－", "―", "—", "–", "ー", "※", "*", "--", "皆増", "皆減",
  ]
  private static let untold: Set<String> = [
    "…", "...", "×", "x", "X", "調整中", "精査中", "検討中", "算定中", "集計中", "非公表", "秘匿", "未定", "未確定", "不明",
    "不詳", "内数", "事項要求",
  ]

  /// The amount in a cell, and what is odd about it.
  static func read(
    _ value: CellValue, unit: Int64, rounding: Rounding
  ) -> (amount: CellAmount, fault: CellFault?) {
    switch value {
    case .number(let digits):
      let (amount, hadNoise) = amount(digits, unit, rounding)
      return (amount, fault(amount, hadNoise, usual: nil))
    case .text(let text): return read(text, unit, rounding)
    case .boolean, .day, .error: return (.other, .unreadable)
    }
  }

  /// What is odd about digits that were looked at: a number too large for an amount is none.
  private static func fault(
    _ amount: CellAmount, _ hadNoise: Bool, usual: CellFault?
  ) -> CellFault? {
    if amount == .other { return .unreadable }
    return hadNoise ? .noise : usual
  }

  private static func read(
    _ text: String, _ unit: Int64, _ rounding: Rounding
  ) -> (amount: CellAmount, fault: CellFault?) {
    let compact = SheetGrid.compact(text)
    if compact.isEmpty { return (.nothing, nil) }
    if nothing.contains(compact) { return (.nothing, .mark) }
    if untold.contains(compact) { return (.untold, .untold) }
    guard compact.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return (.other, .mark)
    }
    guard let digits = digits(compact) else { return (.other, .unreadable) }
    switch NumberPieces(text, whole: compact) {
    case .several: return (.other, .several)
    case .broken: return (.other, .unreadable)
    case .torn: return (amount(digits, unit, rounding).0, .torn)
    case .whole:
      let (amount, hadNoise) = amount(digits, unit, rounding)
      return (amount, fault(amount, hadNoise, usual: .text))
    }
  }

  /// 1,234 △5 ▲5 -5 as plain digits; nothing where other characters stand in it.
  private static func digits(_ text: String) -> String? {
    var out = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "△", "▲", "-", "−":
        guard index == 0 else { return nil }
        out = "-"
      case ",", "、": continue
      case "0"..."9", ".": out.unicodeScalars.append(scalar)
      default: return nil
      }
    }
    return out.isEmpty || out == "-" ? nil : out
  }

  private static func amount(
    _ text: String, _ unit: Int64, _ rounding: Rounding
  ) -> (CellAmount, Bool) {
    var digits: [UInt8] = []
    var decimals = 0
    var isNegative = false
    var seenPoint = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case 0x2D where index == 0: isNegative = true
      case 0x2E where !seenPoint: seenPoint = true
      case 0x30...0x39:
        digits.append(byte - 0x30)
        if seenPoint { decimals += 1 }
      default: return (.other, false)
      }
    }
    guard !digits.isEmpty else { return (.other, false) }
    let hadNoise = cutNoise(&digits, &decimals)
    guard let figure = figure(digits, decimals, unit, rounding) else { return (.other, hadNoise) }
    return (
      .figure(
        isNegative ? Figure(yen: -figure.yen, unit: figure.unit, rounding: rounding) : figure),
      hadNoise
    )
  }

  private static func figure(
    _ digits: [UInt8], _ decimals: Int, _ unit: Int64, _ rounding: Rounding
  ) -> Figure? {
    var digits = digits
    var step = unit
    var decimals = decimals
    while decimals > 0, step % 10 == 0 {
      step /= 10
      decimals -= 1
    }
    // Parts of a yen are rounded away: nothing is paid in them.
    while decimals > 0 {
      round(&digits)
      decimals -= 1
    }
    var value: Int64 = 0
    for digit in digits {
      let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = scaled.addingReportingOverflow(Int64(digit))
      guard !overflow, !carry else { return nil }
      value = sum
    }
    let (yen, overflow) = value.multipliedReportingOverflow(by: step)
    return overflow ? nil : Figure(yen: yen, unit: step, rounding: rounding)
  }

  /// Rounds a number with more digits than are kept to those, and drops zeros after the point.
  private static func cutNoise(_ digits: inout [UInt8], _ decimals: inout Int) -> Bool {
    let leading = digits.prefix { $0 == 0 }.count
    guard digits.count - leading > keptDigits, decimals > 0 else { return false }
    while digits.count - leading > keptDigits, decimals > 0 {
      round(&digits)
      decimals -= 1
    }
    while decimals > 0, digits.last == 0 {
      digits.removeLast()
      decimals -= 1
    }
    return true
  }

  /// Drops the last digit and rounds the rest.
  private static func round(_ digits: inout [UInt8]) {
    let last = digits.removeLast()
    guard last >= 5 else { return }
    var index = digits.count - 1
    while index >= 0 {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
      index -= 1
    }
    digits.insert(1, at: 0)
  }
}
