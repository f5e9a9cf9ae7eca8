import RawBytes

/// A folded copy of a text with the way back, never shown as the source.
///
/// Width, radicals, compatibility forms and dashes are made alike, so that names can be compared.
public struct FoldedText: Sendable, Hashable {
  /// The folded text as UTF-8.
  public private(set) var bytes: [UInt8] = []
  /// For each folded byte, where the source character it came from starts; then the end.
  private var origins: [Int] = []

  /// Folds UTF-8; bytes that are none become U+FFFD, one for each.
  public init(_ source: [UInt8]) { self.init(source.span) }

  /// Folds UTF-8 that is only lent, such as a mapped file.
  public init(_ source: Span<UInt8>) {
    let text = Source(bytes: source)
    bytes.reserveCapacity(source.count)
    origins.reserveCapacity(source.count + 1)
    var offset = 0
    while offset < source.count {
      let plain = FoldedText.plainLength(source, offset)
      if plain == 0 {
        offset = append(text, offset)
        continue
      }
      for index in offset..<offset + plain {
        bytes.append(source[index])
        origins.append(offset)
      }
      offset += plain
    }
    origins.append(source.count)
  }

  /// The folded text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The source bytes that a stretch of folded bytes came from.
  public func sourceRange(of range: Range<Int>) -> Range<Int> {
    let start = origins[range.lowerBound]
    guard !range.isEmpty else { return start..<start }
    // Several folded bytes may come from one source character: go on to where the next starts.
    var end = range.upperBound
    while end < bytes.count, origins[end] == origins[range.upperBound - 1] { end += 1 }
    return start..<origins[end]
  }

  /// Characters of three bytes that folding may change, by themselves or for what is beside them.
  private static let odd = CharacterSet(of: [0x800..<0x1_0000]) { scalar in
    Folding.single(scalar) != scalar || Folding.composed[scalar] != nil
      || CharacterClass.isTilde(scalar) || CharacterClass.isDash(scalar)
      || CharacterClass.isLongVowelMark(scalar)
  }

  /// The length of a character that surely stays as it is; zero for any other.
  ///
  /// Such are those of ASCII, and those of three bytes that are not odd and have no sound mark
  /// behind them.
  @inline(__always)
  private static func plainLength(_ source: Span<UInt8>, _ offset: Int) -> Int {
    let first = source[offset]
    if first < 0x80 { return 1 }
    guard source.isWide(at: offset, outside: odd) else { return 0 }
    return first == 0xE3 && isSoundMark(source, offset &+ 3) ? 0 : 3
  }

  /// U+3099 to 309C are E3 82 99 to 9C, U+FF9E and FF9F are EF BE 9E and 9F.
  @inline(__always)
  private static func isSoundMark(_ source: Span<UInt8>, _ offset: Int) -> Bool {
    guard offset &+ 2 < source.count else { return false }
    let first = source[offset]
    guard first == 0xE3 || first == 0xEF else { return false }
    let second = source[offset &+ 1]
    let third = source[offset &+ 2]
    return first == 0xE3
      ? second == 0x82 && (0x99...0x9C).contains(third)
      : second == 0xBE && (0x9E...0x9F).contains(third)
  }

  private mutating func append(_ text: Source, _ offset: Int) -> Int {
    let next = text.at(offset)
    let end = offset + next.length
    if let parts = Folding.composed[next.scalar] {
      for byte in parts { put(byte, offset) }
      return end
    }
    if let (voiced, length) = withSoundMark(text, next.scalar, at: end) {
      put(voiced, offset)
      return end + length
    }
    put(mark(text, next.scalar, offset, end), offset)
    return end
  }

  /// A kana followed by a sound mark, half-width or combining, as one kana.
  private func withSoundMark(
    _ text: Source, _ scalar: UInt32, at offset: Int
  ) -> (UInt32, Int)? {
    guard scalar >= 0x3041, scalar <= 0x30FD else { return nil }
    // The half-width marks are not folded by themselves, so their own numbers are seen here.
    switch text.at(offset).scalar {
    case 0xFF9E, 0x3099, 0x309B: return Folding.voiced[scalar].map { ($0, 3) }
    case 0xFF9F, 0x309A, 0x309C: return Folding.halfVoiced[scalar].map { ($0, 3) }
    default: return nil
    }
  }

  /// Tildes become one tilde; dashes become one hyphen between numbers or Latin letters.
  private func mark(_ text: Source, _ scalar: UInt32, _ offset: Int, _ end: Int) -> UInt32 {
    if CharacterClass.isTilde(scalar) { return 0x7E }
    switch scalar {
    case 0x2010, 0x2011, 0xFE63, 0xFE58: return 0x2D
    default: break
    }
    let isDash = CharacterClass.isDash(scalar)
    guard isDash || CharacterClass.isLongVowelMark(scalar) else { return scalar }
    let before = text.before(offset).scalar
    let after = text.at(end).scalar
    if CharacterClass.isDigit(before), CharacterClass.isDigit(after) { return 0x2D }
    if isDash, CharacterClass.isAlphanumeric(before), CharacterClass.isAlphanumeric(after) {
      return 0x2D
    }
    // A minus before a number keeps its meaning as an ASCII minus.
    if scalar == 0x2212, CharacterClass.isDigit(after) { return 0x2D }
    return scalar == 0xFF70 ? 0x30FC : scalar
  }

  private mutating func put(_ scalar: UInt32, _ origin: Int) {
    let character = Unicode.Scalar(scalar) ?? "\u{FFFD}"
    for byte in UTF8.encode(character) ?? UTF8.encodedReplacementCharacter { put(byte, origin) }
  }

  private mutating func put(_ byte: UInt8, _ origin: Int) {
    bytes.append(byte)
    origins.append(origin)
  }
}

/// Folds a text, to compare it with others: width, radicals, compatibility forms, dashes.
public func fold(_ text: String) -> String { FoldedText(Array(text.utf8)).string }
