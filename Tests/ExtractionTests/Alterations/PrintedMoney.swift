/// An amount as a text prints it, found and written by rules of its own.
struct PrintedMoney {
  /// The digits of each group, and how many yen one of it is: 1兆2,345億円 has two.
  var groups: [(digits: Range<Int>, scale: Int64)]
  var range: Range<Int>
  let text: [Unicode.Scalar]

  private static let scales: [(word: [Unicode.Scalar], yen: Int64)] = [
    ("兆", 1_000_000_000_000), ("千億", 100_000_000_000), ("百億", 10_000_000_000),
    ("億", 100_000_000), ("千万", 10_000_000), ("百万", 1_000_000), ("万", 10_000), ("千", 1000),
  ].map { (Array($0.0.unicodeScalars), $0.1) }

  /// Rewrites every amount of a text.
  static func rewrite(_ text: String, _ change: (PrintedMoney) -> String?) -> String {
    let scalars = Array(text.unicodeScalars)
    var out = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      guard let money = PrintedMoney(scalars, at: index) else {
        out.append(scalars[index])
        index += 1
        continue
      }
      let written = change(money) ?? String(String.UnicodeScalarView(scalars[money.range]))
      out.append(contentsOf: written.unicodeScalars)
      index = money.range.upperBound
    }
    return String(out)
  }

  private init?(_ text: [Unicode.Scalar], at start: Int) {
    guard digit(text[start]) != nil, start == 0 || !Self.joins(text[start - 1]) else { return nil }
    var index = start
    var groups: [(Range<Int>, Int64)] = []
    while index < text.count, digit(text[index]) != nil {
      let first = index
      while index < text.count, digit(text[index]) != nil || Self.isMark(text, index) { index += 1 }
      let digits = first..<index
      index = Self.skipBlanks(text, index)
      guard
        let scale = Self.scales.first(where: {
          index + $0.word.count < text.count
            && Array(text[index..<index + $0.word.count]) == $0.word
        })
      else { return nil }
      groups.append((digits, scale.yen))
      index = Self.skipBlanks(text, index + scale.word.count)
    }
    guard index < text.count, text[index] == "円" else { return nil }
    self.groups = groups
    self.text = text
    range = start..<index + 1
  }

  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    digit(scalar) != nil || ",.，．～~〜-－—第".unicodeScalars.contains(scalar)
  }

  private static func isMark(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    index + 1 < text.count && ",.，．".unicodeScalars.contains(text[index])
      && digit(text[index + 1]) != nil
  }

  private static func skipBlanks(_ text: [Unicode.Scalar], _ index: Int) -> Int {
    var index = index
    while index < text.count, " \n⏎".unicodeScalars.contains(text[index]) { index += 1 }
    return index
  }

  // MARK: Other forms of it

  /// 10,000,000,000 yen more, so that what is near stays near.
  func raised() -> String? {
    guard let last = groups.last, 10_000_000_000 % last.scale == 0 else { return nil }
    let (whole, rest) = parts(last.digits)
    return written(last.digits, grouped(whole + 10_000_000_000 / last.scale) + rest)
  }

  /// Every digit but zero another one.
  func withOtherDigits() -> String? {
    let other: [Character] = Array("0749182536")
    var out = String.UnicodeScalarView()
    for index in range {
      let isDigit = groups.contains { $0.digits.contains(index) }
      if isDigit, let value = digit(text[index]) {
        out.append(contentsOf: String(other[value]).unicodeScalars)
      } else {
        out.append(text[index])
      }
    }
    return String(out)
  }

  /// 35.5億円 as 3,550百万円.
  func inMillions() -> String? {
    guard groups.count == 1, let group = groups.first, group.scale == 100_000_000 else {
      return nil
    }
    let (whole, rest) = parts(group.digits)
    let decimals = rest.dropFirst()
    guard decimals.count <= 2 else { return nil }
    let padded = decimals + String(repeating: "0", count: 2 - decimals.count)
    let between = text[group.digits.upperBound..<range.upperBound].filter {
      $0 == "\n" || $0 == "⏎"
    }
    return grouped(whole * 100 + (Int64(padded) ?? 0))
      + String(String.UnicodeScalarView(between)) + "百万円"
  }

  private func written(_ digits: Range<Int>, _ new: String) -> String {
    String(String.UnicodeScalarView(text[range.lowerBound..<digits.lowerBound])) + new
      + String(String.UnicodeScalarView(text[digits.upperBound..<range.upperBound]))
  }

  /// The whole part, and the point with what follows.
  private func parts(_ digits: Range<Int>) -> (Int64, String) {
    let plain = text[digits].compactMap { scalar -> Character? in
      if let value = digit(scalar) { return Character("\(value)") }
      return scalar == "." || scalar == "．" ? "." : nil
    }
    let pieces = String(plain).split(separator: ".", maxSplits: 1)
    return (Int64(pieces.first ?? "0") ?? 0, pieces.count > 1 ? "." + pieces[1] : "")
  }

  private func grouped(_ value: Int64) -> String {
    var out = ""
    for (index, character) in String(value).reversed().enumerated() {
      if index > 0, index % 3 == 0 { out = "," + out }
      out = String(character) + out
    }
    return out
  }
}

/// The value of a digit of either width.
func digit(_ scalar: Unicode.Scalar) -> Int? {
  if (0x30...0x39).contains(scalar.value) { return Int(scalar.value - 0x30) }
  if (0xFF10...0xFF19).contains(scalar.value) { return Int(scalar.value - 0xFF10) }
  return nil
}

extension Specimen {
  /// Writes all amounts in another way, and says so in the tables.
  mutating func changeAmounts(_ change: (PrintedMoney) -> String?) {
    text = PrintedMoney.rewrite(text, change)
    eachRow { table, row in
      for column in ["raw", "text", "title", "name"] {
        guard let old = row[column] else { continue }
        var before: Int64 = 0
        var after: Int64 = 0
        let new = PrintedMoney.rewrite(old) { money in
          guard let changed = change(money) else { return nil }
          let written = String(String.UnicodeScalarView(money.text[money.range]))
          before = PrintedMoney.yen(written)
          after = PrintedMoney.yen(changed)
          return changed
        }
        row[column] = new
        guard new != old, table == "budget_lines" || table == "amounts",
          let yen = row["amount_yen"].flatMap({ Int64($0) })
        else { continue }
        row["amount_yen"] = String(yen == before ? after : yen)
        row["unit_yen"] = new.contains("百万円") ? "1000000" : row["unit_yen"]
      }
    }
  }
}

extension PrintedMoney {
  /// The yen of an amount that stands alone.
  static func yen(_ printed: String) -> Int64 {
    guard let money = PrintedMoney(Array(printed.unicodeScalars), at: 0) else { return 0 }
    return money.groups.reduce(0) { sum, group in
      let (whole, rest) = money.parts(group.digits)
      var yen = whole * group.scale
      var scale = group.scale
      for digit in rest.dropFirst() {
        scale /= 10
        yen += (Int64(String(digit)) ?? 0) * scale
      }
      return sum + yen
    }
  }
}
