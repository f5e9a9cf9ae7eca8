/// A date as numbers: a header of bits, its days, its flags.
extension DateMention: PackableMention {
  private static let kinds = Kind.allCases
  private static let allFlags = DateFlag.allCases

  private enum Bit {
    // Set in every header: none is zero.
    static let isPacked: UInt64 = 1
    static let continuesList: UInt64 = 1 << 1
    static let hasStart: UInt64 = 1 << 2
    static let hasEnd: UInt64 = 1 << 3
    static let kind: UInt64 = 4
    static let bound: UInt64 = 7
    static let letter: UInt64 = 9
    static let flags: UInt64 = 12
  }

  private static let mostFlags = 15

  var packedHeader: UInt64? {
    guard error == nil, flags.count <= DateMention.mostFlags else { return nil }
    var header = Bit.isPacked
    if continuesList { header |= Bit.continuesList }
    if start != nil { header |= Bit.hasStart }
    if end != nil { header |= Bit.hasEnd }
    header |= UInt64(kind.rank) << Bit.kind
    header |= UInt64(bound.rank) << Bit.bound
    header |= UInt64(letter.map { $0.rawValue + 1 } ?? 0) << Bit.letter
    return header | UInt64(flags.count) << Bit.flags
  }

  func pack(into numbers: inout PackedNumbers) {
    if let start { numbers.append(UInt64(start.packed)) }
    if let end { numbers.append(signed: Int64(end.packed) - Int64(start?.packed ?? 0)) }
    for flag in flags { numbers.append(UInt64(flag.rank)) }
  }

  init(
    _ range: Range<Int>, _ position: TextPosition, _ header: UInt64,
    _ numbers: inout PackedNumbers.Reader
  ) {
    let start = header & Bit.hasStart == 0 ? nil : Day(packed: Int32(numbers.next()))
    let end =
      header & Bit.hasEnd == 0
      ? nil : Day(packed: Int32(numbers.nextSigned() + Int64(start?.packed ?? 0)))
    self.init(
      range: range, position: position, kind: DateMention.kinds[Int(header >> Bit.kind & 7)],
      start: start, end: end, bound: Bound(rank: Int(header >> Bit.bound & 3)))
    for _ in 0..<Int(header >> Bit.flags) {
      flags.append(DateMention.allFlags[Int(numbers.next())])
    }
    continuesList = header & Bit.continuesList != 0
    letter = Era(rawValue: Int(header >> Bit.letter & 7) - 1)
  }
}

extension DateMention.Kind {
  /// The place among all kinds.
  fileprivate var rank: Int {
    switch self {
    case .day: 0
    case .month: 1
    case .year: 2
    case .fiscalYear: 3
    case .range: 4
    case .relative: 5
    }
  }
}

extension DateMention.Bound {
  fileprivate var rank: Int {
    switch self {
    case .none: 0
    case .from: 1
    case .until: 2
    }
  }

  fileprivate init(rank: Int) { self = rank == 0 ? .none : rank == 1 ? .from : .until }
}

extension DateFlag {
  /// The place among all flags; most dates have none.
  fileprivate var rank: Int { DateFlag.allCases.firstIndex(of: self) ?? 0 }
}
