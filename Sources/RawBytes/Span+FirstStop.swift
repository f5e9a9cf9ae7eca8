/// Finds where a pass over a text must stop.
extension Span<UInt8> {
  /// The first place at or after a position that a pass over a text must look at: a character of
  /// one set with one of another behind it, or anything that is not a well-formed character of one
  /// or three bytes, at the place or behind it.
  ///
  /// The end of the bytes where there is none. The last few bytes are all stops.
  public func firstStop(at set: CharacterSet, before next: CharacterSet, from start: Int) -> Int {
    precondition(start >= 0 && start <= count)
    let set = set.words.span
    let next = next.words.span
    precondition(set.count == CharacterSet.count && next.count == CharacterSet.count)
    return unsafe withUnsafeBytes { bytes in
      unsafe set.withUnsafeBufferPointer { set in
        unsafe next.withUnsafeBufferPointer { next in
          guard let base = bytes.baseAddress, let set = set.baseAddress,
            let next = next.baseAddress
          else { return 0 }
          let stops = unsafe Stops(set: Bits(words: set), next: Bits(words: next), base: base)
          return stops.first(from: start, count: bytes.count)
        }
      }
    }
  }
}

/// The words of a set.
@safe private struct Bits {
  let words: UnsafePointer<UInt64>

  /// Whether the character of three bytes that some bytes begin with is in the set.
  @inline(__always)
  func hasWide(_ bytes: UInt64) -> Bool {
    let word = Int(truncatingIfNeeded: (bytes & 0x0F) &<< 6 | (bytes &>> 8 & 0x3F))
    return unsafe (words[word] &>> (bytes &>> 16 & 0x3F)) & 1 != 0
  }

  /// Whether the character of one byte that some bytes begin with is in the set.
  @inline(__always)
  func hasASCII(_ bytes: UInt64) -> Bool {
    let word = CharacterSet.wide &+ Int(truncatingIfNeeded: bytes &>> 6 & 1)
    return unsafe (words[word] &>> (bytes & 0x3F)) & 1 != 0
  }
}

/// The two sets beside the bytes they are asked for.
@safe private struct Stops {
  let set: Bits
  let next: Bits
  let base: UnsafeRawPointer

  /// Two characters of three bytes are looked at in one step, since most of a text are such.
  @inline(__always)
  func first(from start: Int, count: Int) -> Int {
    var offset = start
    // A step may look at the character behind the one or two it passes: ten bytes in all.
    while offset &+ 10 <= count {
      let bytes = unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      if bytes & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0 {
        if set.hasWide(bytes) && (next.hasWide(bytes &>> 24) || isDoubtful(bytes)) {
          return offset
        }
        offset &+= 3
        if set.hasWide(bytes &>> 24) && (isFollowed(at: offset &+ 3) || isDoubtful(bytes &>> 24)) {
          return offset
        }
        offset &+= 3
      } else if bytes & 0xC0_C0F0 == 0x80_80E0 {
        if set.hasWide(bytes) && (isFollowed(bytes &>> 24) || isDoubtful(bytes)) { return offset }
        offset &+= 3
      } else {
        guard bytes & 0x80 == 0 else { return offset }
        if set.hasASCII(bytes) && isFollowed(bytes &>> 8) { return offset }
        offset &+= 1
      }
    }
    return offset
  }

  /// Whether three bytes begin with E0 or ED: too long a form and surrogates begin so.
  @inline(__always)
  private func isDoubtful(_ bytes: UInt64) -> Bool {
    let first = bytes & 0xFF
    return first == 0xE0 || first == 0xED
  }

  @inline(__always)
  private func isFollowed(at offset: Int) -> Bool {
    isFollowed(UInt64(unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }

  /// Whether some bytes begin with a character that may follow one of the set.
  @inline(__always)
  private func isFollowed(_ bytes: UInt64) -> Bool {
    if bytes & 0xC0_C0F0 == 0x80_80E0 { return next.hasWide(bytes) }
    return bytes & 0x80 != 0 || next.hasASCII(bytes)
  }
}
