/// An amount as numbers: a header of bits, its yen, its words and flags.
extension AmountMention: PackableMention {
  private static let allQualifiers = AmountQualifier.allCases
  private static let allFlags = AmountFlag.allCases

  private enum Bit {
    // Set in every header: none is zero.
    static let isPacked: UInt64 = 1
    static let hasYen: UInt64 = 1 << 1
    static let hasHigh: UInt64 = 1 << 2
    static let hasUnit: UInt64 = 1 << 3
    static let hasNote: UInt64 = 1 << 4
    static let goesOn: UInt64 = 1 << 5
    static let qualifiers: UInt64 = 6
    static let flags: UInt64 = 12
  }

  private static let mostQualifiers = 63

  var packedHeader: UInt64? {
    guard error == nil, qualifiers.count <= AmountMention.mostQualifiers else { return nil }
    var header = Bit.isPacked
    if yen != nil { header |= Bit.hasYen }
    if highYen != nil { header |= Bit.hasHigh }
    if unitYen != nil { header |= Bit.hasUnit }
    if note != nil { header |= Bit.hasNote }
    if end != range.upperBound { header |= Bit.goesOn }
    return header | UInt64(qualifiers.count) << Bit.qualifiers | UInt64(flags.count) << Bit.flags
  }

  func pack(into numbers: inout PackedNumbers) {
    if let yen { numbers.append(signed: yen) }
    if let highYen { numbers.append(signed: highYen) }
    if let unitYen { numbers.append(signed: unitYen) }
    if let note {
      numbers.append(signed: Int64(note.lowerBound - range.lowerBound))
      numbers.append(UInt64(note.count))
    }
    if end != range.upperBound { numbers.append(signed: Int64(end - range.upperBound)) }
    for qualifier in qualifiers { numbers.append(UInt64(qualifier.rank)) }
    for flag in flags { numbers.append(UInt64(flag.rank)) }
  }

  init(
    _ range: Range<Int>, _ position: TextPosition, _ header: UInt64,
    _ numbers: inout PackedNumbers.Reader
  ) {
    self.init(range: range, position: position, end: range.upperBound)
    if header & Bit.hasYen != 0 { yen = numbers.nextSigned() }
    if header & Bit.hasHigh != 0 { highYen = numbers.nextSigned() }
    if header & Bit.hasUnit != 0 { unitYen = numbers.nextSigned() }
    if header & Bit.hasNote != 0 {
      let start = range.lowerBound + Int(numbers.nextSigned())
      note = start..<start + Int(numbers.next())
    }
    if header & Bit.goesOn != 0 { end = range.upperBound + Int(numbers.nextSigned()) }
    for _ in 0..<Int(header >> Bit.qualifiers & 63) {
      qualifiers.append(AmountMention.allQualifiers[Int(numbers.next())])
    }
    for _ in 0..<Int(header >> Bit.flags) {
      flags.append(AmountMention.allFlags[Int(numbers.next())])
    }
  }
}
