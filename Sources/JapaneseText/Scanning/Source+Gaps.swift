/// What may stand inside a mention without being part of it.
struct Gap {
  /// Where the text goes on.
  let end: Int
  /// Whether a line ends in it.
  let breaksLine: Bool
}

extension Source {
  /// How many line ends a mention may run over: a blank line and a page break.
  static let maxLineEnds = 4

  /// Skips spaces and, where allowed, line ends, blank lines and page breaks.
  @inline(__always)
  func gap(at offset: Int, overLines: Bool = true) -> Gap {
    if isInk(at: offset) { return Gap(end: offset, breaksLine: false) }
    return longGap(at: offset, overLines: overLines)
  }

  /// Whether a character stands at an offset that is surely no space and no line end; those of
  /// more than one byte begin with C2, E2 or E3 80.
  @inline(__always)
  private func isInk(at offset: Int) -> Bool {
    guard offset &+ 1 < bytes.count else { return false }
    let first = bytes[offset]
    return first > 0x20 && first != 0xC2 && first != 0xE2
      && (first != 0xE3 || bytes[offset &+ 1] != 0x80)
  }

  private func longGap(at offset: Int, overLines: Bool) -> Gap {
    var position = offset
    var lineEnds = 0
    while position < bytes.count {
      let next = at(position)
      switch next.scalar {
      case 0x20, 0x09: break
      case 0x0A, 0x0C, 0x0D:
        lineEnds += 1
        if !overLines || lineEnds > Source.maxLineEnds {
          return Gap(end: offset, breaksLine: false)
        }
      default: return Gap(end: position, breaksLine: lineEnds > 0)
      }
      position += next.length
    }
    // Nothing follows: there is no gap, since a gap lies between two things.
    return Gap(end: offset, breaksLine: false)
  }

  /// Back over spaces on the same line.
  func skipSpacesBack(_ offset: Int) -> Int {
    var position = offset
    while true {
      let before = before(position)
      guard before.scalar == 0x20 || before.scalar == 0x09 else { return position }
      position -= before.length
    }
  }

  /// The end of a character that stands after a gap.
  @inline(__always)
  func skipBroken(_ scalar: UInt32, at offset: Int) -> (end: Int, joined: Bool)? {
    let gap = gap(at: offset)
    let next = at(gap.end)
    return next.scalar == scalar ? (gap.end &+ next.length, gap.breaksLine) : nil
  }

  /// The end of a word that stands after a gap, each of its characters maybe after a line end.
  @inline(__always)
  func skipBroken(_ word: [UInt32], at offset: Int) -> (end: Int, joined: Bool)? {
    word[0] == at(gap(at: offset).end).scalar ? skipWholeBroken(word, at: offset) : nil
  }

  private func skipWholeBroken(_ word: [UInt32], at offset: Int) -> (end: Int, joined: Bool)? {
    var position = offset
    var joined = false
    for scalar in word {
      let gap = gap(at: position)
      guard let end = skip(scalar, at: gap.end) else { return nil }
      joined = joined || gap.breaksLine
      position = end
    }
    return (position, joined)
  }
}
