/// Finds the encoding of a text from its bytes.
enum EncodingDetector {
  /// A text with the encoding it was found to be in.
  struct Detection {
    var text: DecodedText
    /// Whether the bytes rule out the other encodings, or nearly so.
    var isCertain: Bool
  }

  /// Decodes a text in the encoding that its bytes speak for.
  ///
  /// A mark at the start decides. Then UTF-8 goes first: other texts are hardly ever valid in it.
  /// What the text says of itself comes next, where it is true, and then the Japanese encodings.
  static func detect(_ input: Span<UInt8>, declared: TextEncoding? = nil) -> Detection {
    if let marked = marked(input) { return certain(input, marked) }
    let census = Census(input)
    if census.hasNUL, let wide = wide(input, census) { return wide }
    if census.isASCII, census.hasEscape {
      let text = TextDecoder.decode(input, as: .iso2022JP)
      if text.faults.isEmpty { return Detection(text: text, isCertain: true) }
    }
    let utf8 = TextDecoder.decode(input, as: .utf8)
    if utf8.faults.isEmpty { return Detection(text: utf8, isCertain: true) }
    if let declared, declared != .utf8 {
      let text = TextDecoder.decode(input, as: declared)
      if text.faults.isEmpty { return Detection(text: text, isCertain: true) }
    }
    return japanese(input, utf8: utf8)
  }

  /// The encoding whose mark stands at the start.
  private static func marked(_ input: Span<UInt8>) -> TextEncoding? {
    // UTF-32 first: its mark begins with that of UTF-16.
    let order: [TextEncoding] = [
      .utf32LittleEndian, .utf32BigEndian, .utf8, .utf16LittleEndian, .utf16BigEndian,
    ]
    return order.first {
      input.starts(with: $0.byteOrderMark)
        && ($0 != .utf32LittleEndian || input.count.isMultiple(of: 4))
    }
  }

  private static func certain(_ input: Span<UInt8>, _ encoding: TextEncoding) -> Detection {
    Detection(text: TextDecoder.decode(input, as: encoding), isCertain: true)
  }

  /// UTF-16 or UTF-32 without a mark: the zero bytes stand where the high bytes are.
  private static func wide(_ input: Span<UInt8>, _ census: Census) -> Detection? {
    for encoding in census.wideCandidates {
      let text = TextDecoder.decode(input, as: encoding)
      if text.faults.isEmpty, Profile(text.bytes).isPlausible {
        return Detection(text: text, isCertain: true)
      }
    }
    return nil
  }

  private static func japanese(_ input: Span<UInt8>, utf8: DecodedText) -> Detection {
    let windows = TextDecoder.decode(input, as: .cp932)
    let unix = TextDecoder.decode(input, as: .eucJP)
    if windows.faults.isEmpty, unix.faults.isEmpty {
      // Both can be read: EUC-JP seen as CP932 is half-width katakana, and real EUC-JP has kana.
      let halfWidth = Profile(windows.bytes).percent(\.halfWidth)
      let isUnix = Profile(unix.bytes).percent(\.kana) > 10 && halfWidth > 30
      return Detection(text: isUnix ? unix : windows, isCertain: isUnix || halfWidth < 10)
    }
    let best = [utf8, windows, unix].min { $0.faults.count < $1.faults.count } ?? utf8
    return Detection(text: best, isCertain: best.faults.isEmpty)
  }
}

extension EncodingDetector {
  /// Which bytes occur.
  private struct Census {
    var isASCII = true
    var hasEscape = false
    var zeros: [Int] = [0, 0, 0, 0]
    let count: Int

    init(_ input: Span<UInt8>) {
      count = input.count
      for index in input.indices {
        let byte = input[index]
        if byte >= 0x80 { isASCII = false }
        if byte == 0x1B { hasEscape = true }
        if byte == 0 { zeros[index & 3] += 1 }
      }
    }

    var hasNUL: Bool { zeros.contains { $0 > 0 } }

    var wideCandidates: [TextEncoding] {
      guard count.isMultiple(of: 2) else { return [] }
      let narrow: [TextEncoding] =
        zeros[1] + zeros[3] > zeros[0] + zeros[2]
        ? [.utf16LittleEndian, .utf16BigEndian] : [.utf16BigEndian, .utf16LittleEndian]
      // Four bytes to a character, of which the highest is zero and the next nearly always.
      guard count.isMultiple(of: 4) else { return narrow }
      if zeros[3] == count / 4, zeros[2] * 5 > count { return [.utf32LittleEndian] + narrow }
      if zeros[0] == count / 4, zeros[1] * 5 > count { return [.utf32BigEndian] + narrow }
      return narrow
    }
  }

  /// What kinds of characters a decoded text is made of.
  private struct Profile {
    var ascii = 0
    var kana = 0
    var halfWidth = 0
    var otherCommon = 0
    var rare = 0

    init(_ utf8: [UInt8]) {
      // Enough to know the text, in little time.
      let sample = utf8.prefix(1 << 18)
      var decoder = UTF8()
      var bytes = sample.makeIterator()
      while case .scalarValue(let scalar) = decoder.decode(&bytes) { count(scalar.value) }
    }

    private mutating func count(_ value: UInt32) {
      switch value {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E: ascii += 1
      case 0x3041...0x3096, 0x30A1...0x30FC, 0x3001...0x3002: kana += 1
      case 0xFF61...0xFF9F: halfWidth += 1
      case 0x3000, 0x3003...0x3040, 0x4E00...0x9FFF, 0xFF01...0xFF5E, 0xA0...0x24F:
        otherCommon += 1
      default: rare += 1
      }
    }

    /// The share of a kind among all characters that are not ASCII.
    func percent(_ kind: KeyPath<Profile, Int>) -> Int {
      let total = kana + halfWidth + otherCommon + rare
      return total == 0 ? 0 : self[keyPath: kind] * 100 / total
    }

    /// Whether nearly all characters are such as Japanese texts are made of.
    var isPlausible: Bool {
      let common = ascii + kana + otherCommon
      return common > 9 * (halfWidth + rare)
    }
  }
}
