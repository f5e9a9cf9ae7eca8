/// Numbers of the plainest form, which most cells of a table have.
extension Source {
  /// The number of Arabic digits that the whole text is: with a sign before it maybe, and commas
  /// between groups of three or without any; nothing where it is of another form.
  var plainNumber: Int64? {
    var offset = 0
    var isNegative = false
    switch at(0).scalar {
    case 0x2D, 0x25B3, 0x25B2:  // - △ ▲
      isNegative = true
      offset = at(0).length
    default: break
    }
    var value: Int64 = 0
    var digits = 0
    var startsWithZero = false
    // The digits since the last comma, where there is one.
    var group: Int?
    while offset < bytes.count {
      let next = at(offset)
      offset += next.length
      if CharacterClass.isDigit(next.scalar) {
        if digits == 0 { startsWithZero = next.scalar == 0x30 }
        value = value &* 10 &+ Int64(next.scalar &- 0x30)
        digits += 1
        group = group.map { $0 + 1 }
      } else {
        let isFull = group.map { $0 == 3 } ?? (digits <= 3)
        guard next.scalar == 0x2C, isFull, digits > 0, !startsWithZero else { return nil }
        group = 0
      }
    }
    guard (1...17).contains(digits), group ?? 3 == 3 else { return nil }
    return isNegative ? -value : value
  }
}
