/// A mark that has a fixed place among its kind.
protocol Ranked: CaseIterable {
  /// The place, from 0.
  var rank: Int { get }
}

/// A few marks of one kind, one bit each: a text holds many amounts, and most have none.
struct MarkSet<Mark: Ranked> {
  private var bits: UInt32 = 0

  init() {}

  init(_ marks: [Mark]) {
    for mark in marks { insert(mark) }
  }

  mutating func insert(_ mark: Mark) { bits |= 1 << UInt32(mark.rank) }

  func contains(_ mark: Mark) -> Bool { bits & (1 << UInt32(mark.rank)) != 0 }

  mutating func formUnion(_ other: MarkSet) { bits |= other.bits }

  /// The marks by their places.
  func sorted() -> [Mark] {
    bits == 0 ? [] : Mark.allCases.filter { bits & (1 << UInt32($0.rank)) != 0 }
  }
}
