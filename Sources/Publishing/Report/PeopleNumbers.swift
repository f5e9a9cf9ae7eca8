/// Numbers as people read them.
public enum PeopleNumbers {
  /// A whole number with marks between thousands, `−1,234`.
  public static func number(_ number: some BinaryInteger, sign: Bool = false) -> String {
    var digits = Array(String(number.magnitude))
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: position)
      position -= 3
    }
    return (number < 0 ? "−" : sign && number > 0 ? "+" : "") + String(digits)
  }

  /// Hundredths of a percent as percent, `−4.23 %`.
  public static func percent(_ basisPoints: Int64) -> String {
    let part = basisPoints.magnitude % 100
    let sign = basisPoints < 0 ? "−" : basisPoints > 0 ? "+" : ""
    return "\(sign)\(number(basisPoints.magnitude / 100)).\(part < 10 ? "0" : "")\(part) %"
  }

  /// An amount in 兆, 億 and 万 yen, exactly: `623億円`, `42.7億円`, `1兆2,345億円`, `3,100万円`.
  public static func yen(_ yen: Int64, sign: Bool = false) -> String {
    let mark = yen < 0 ? "−" : sign && yen > 0 ? "+" : ""
    let amount = yen.magnitude
    if amount >= 1_0000_0000_0000 {
      let rest = amount % 1_0000_0000_0000
      let tail = rest == 0 ? "" : decimal(rest, in: 1_0000_0000) + "億"
      return "\(mark)\(number(amount / 1_0000_0000_0000))兆\(tail)円"
    }
    if amount >= 1_0000_0000 { return "\(mark)\(decimal(amount, in: 1_0000_0000))億円" }
    if amount >= 1_0000 { return "\(mark)\(decimal(amount, in: 1_0000))万円" }
    return "\(mark)\(number(amount))円"
  }

  private static func decimal(_ amount: UInt64, in unit: UInt64) -> String {
    let whole = number(amount / unit)
    var part = String(amount % unit + unit).dropFirst()
    while part.last == "0" { part.removeLast() }
    return part.isEmpty ? whole : "\(whole).\(part)"
  }
}
