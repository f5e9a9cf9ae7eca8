/// A table that turns single bytes and pairs of bytes into UTF-8.
public struct PairTable: Sendable {
  // By first and second byte: up to three bytes of UTF-8, then how many they are and how many were
  // read; zero where the bytes stand for nothing.
  private var words: [UInt32]

  /// Makes a table of what two bytes stand for.
  ///
  /// - Parameter find: The character of the basic plane that some bytes begin with, which is no
  ///   surrogate, and how many bytes stand for it; bytes below 0x80 always stand for themselves.
  public init(_ find: (_ first: UInt8, _ second: UInt8) -> (unit: UInt16, count: Int)?) {
    words = [UInt32](repeating: 0, count: 1 << 16)
    for first in 0x80...0xFF {
      for second in 0...0xFF {
        guard let (unit, count) = find(UInt8(first), UInt8(second)) else { continue }
        words[first << 8 | second] = PairTable.utf8(unit) | UInt32(count) << 28
      }
    }
  }

  private static func utf8(_ unit: UInt16) -> UInt32 {
    let unit = UInt32(unit)
    if unit < 0x80 { return unit | 1 << 24 }
    if unit < 0x800 { return 0xC0 | unit >> 6 | (0x80 | unit & 0x3F) << 8 | 2 << 24 }
    return 0xE0 | unit >> 12 | (0x80 | unit >> 6 & 0x3F) << 8 | (0x80 | unit & 0x3F) << 16
      | 3 << 24
  }

  /// Appends what some bytes stand for and says how many were read: fewer than all where a pair
  /// is cut off at the end, or where bytes stand for nothing.
  public func decode(_ bytes: Span<UInt8>, isLast: Bool, into output: inout ByteBuffer) -> Int {
    // A byte never becomes more than three; whole words are written.
    output.reserve(bytes.count * 3 + 8)
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe words.withUnsafeBufferPointer { words in
        guard let base = bytes.baseAddress, let words = words.baseAddress else { return 0 }
        let input = unsafe UnsafeRawPointer(base)
        let start = unsafe UnsafeMutableRawPointer(output.start + output.used)
        var from = 0
        var to = 0
        while from < bytes.count {
          if from &+ 8 <= bytes.count {
            let word = unsafe input.loadUnaligned(fromByteOffset: from, as: UInt64.self)
            let wide = word & 0x8080_8080_8080_8080
            let plain = wide == 0 ? 8 : wide.trailingZeroBitCount &>> 3
            unsafe start.storeBytes(of: word, toByteOffset: to, as: UInt64.self)
            from &+= plain
            to &+= plain
            if plain == 8 { continue }
          }
          let first = unsafe base[from]
          if first < 0x80 {
            unsafe start.storeBytes(of: first, toByteOffset: to, as: UInt8.self)
            from &+= 1
            to &+= 1
            continue
          }
          let hasSecond = from &+ 1 < bytes.count
          // The second byte may decide.
          if !hasSecond, !isLast { break }
          let second = unsafe hasSecond ? base[from &+ 1] : 0
          let entry = unsafe words[Int(first) &<< 8 | Int(second)]
          let count = Int(entry &>> 28)
          if count == 0 || count > bytes.count &- from { break }
          unsafe start.storeBytes(of: entry, toByteOffset: to, as: UInt32.self)
          to &+= Int(entry &>> 24 & 0x0F)
          from &+= count
        }
        output.used &+= to
        return from
      }
    }
  }
}
