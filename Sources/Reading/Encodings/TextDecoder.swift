import Model

/// Decodes bytes into UTF-8 and notes every byte that it cannot decode.
///
/// Each kind of encoding has its own extension, `TextDecoder+….swift`.
struct TextDecoder: ~Copyable, ~Escapable {
  /// How many faults are kept; a text with more of them is in another encoding.
  static let maxFaults = 1000

  let input: Swift.Span<UInt8>
  /// The decoded text; a fault stands in it as U+FFFD.
  var output: [UInt8] = []
  var faults: [DecodingFault] = []
  var position: Int

  @_lifetime(copy input)
  private init(_ input: Swift.Span<UInt8>, from position: Int) {
    self.input = input
    self.position = position
  }

  /// Decodes a whole text, leaving out the mark at its start.
  static func decode(_ input: Swift.Span<UInt8>, as encoding: TextEncoding) -> DecodedText {
    let mark = encoding.byteOrderMark
    let hasMark = !mark.isEmpty && input.starts(with: mark)
    var decoder = TextDecoder(input, from: hasMark ? mark.count : 0)
    switch encoding {
    case .utf8: decoder.decodeUTF8()
    case .utf16LittleEndian: decoder.decodeUTF16(lowByteFirst: true)
    case .utf16BigEndian: decoder.decodeUTF16(lowByteFirst: false)
    case .utf32LittleEndian: decoder.decodeUTF32(lowByteFirst: true)
    case .utf32BigEndian: decoder.decodeUTF32(lowByteFirst: false)
    case .cp932: decoder.decodeCP932()
    case .eucJP: decoder.decodeEUCJP()
    case .iso2022JP: decoder.decodeISO2022JP()
    }
    return DecodedText(
      bytes: decoder.output, encoding: encoding, hasByteOrderMark: hasMark,
      faults: decoder.faults)
  }

  /// Notes some bytes that stand for nothing.
  mutating func fail(at offset: Int, count: Int) {
    if faults.count < TextDecoder.maxFaults {
      var bytes: [UInt8] = []
      for index in offset..<min(offset + count, input.count) { bytes.append(input[index]) }
      faults.append(DecodingFault(offset: offset, bytes: bytes, outputOffset: output.count))
    }
    append(0xFFFD)
  }

  /// Appends a character of the basic plane, which is none of the surrogates.
  @inline(__always)
  mutating func append(_ unit: UInt16) {
    if unit < 0x80 {
      output.append(UInt8(truncatingIfNeeded: unit))
    } else if unit < 0x800 {
      output.append(UInt8(truncatingIfNeeded: 0xC0 | unit >> 6))
      output.append(UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F))
    } else {
      output.append(UInt8(truncatingIfNeeded: 0xE0 | unit >> 12))
      output.append(UInt8(truncatingIfNeeded: 0x80 | (unit >> 6) & 0x3F))
      output.append(UInt8(truncatingIfNeeded: 0x80 | unit & 0x3F))
    }
  }

  /// Appends any character.
  mutating func append(_ scalar: Unicode.Scalar) {
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}

/// A text as UTF-8, with what could not be decoded.
struct DecodedText: Sendable {
  var bytes: [UInt8]
  var encoding: TextEncoding
  var hasByteOrderMark: Bool
  var faults: [DecodingFault]
}

/// Bytes of a source that stand for nothing in its encoding.
struct DecodingFault: Sendable, Hashable {
  /// Where they stand in the source, from 0.
  var offset: Int
  /// The bytes.
  var bytes: [UInt8]
  /// Where the text decoded so far ended.
  var outputOffset: Int

  /// The bytes as hexadecimal digits.
  var hexadecimal: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
      .joined(separator: " ")
  }
}

extension Swift.Span<UInt8> {
  /// Whether the bytes begin with others.
  func starts(with prefix: [UInt8]) -> Bool {
    guard count >= prefix.count else { return false }
    for index in prefix.indices where self[index] != prefix[index] { return false }
    return true
  }
}
