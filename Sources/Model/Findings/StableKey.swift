/// Makes keys that depend on what a row says and stands for, not on where it stands.
public struct StableKey: Sendable {
  // FNV-1a over 64 bits, mixed once more at the end so that near texts give far keys.
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// An empty key.
  public init() {}

  /// Adds a part; parts are kept apart, so `ab` + `c` differs from `a` + `bc`.
  public mutating func add(_ part: String) {
    for byte in part.utf8 { mix(byte) }
    mix(0xFF)
  }

  private mutating func mix(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The key as 16 hexadecimal digits.
  public var digits: String {
    var mixed = state
    mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ (mixed >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    mixed ^= mixed >> 33
    let hexadecimal = String(mixed, radix: 16)
    return String(repeating: "0", count: 16 - hexadecimal.count) + hexadecimal
  }

  /// The key of some parts, with the letters that say what it is a key of.
  public static func make(_ prefix: String, _ parts: some Sequence<String>) -> String {
    var key = StableKey()
    for part in parts { key.add(part) }
    return prefix + "-" + key.digits
  }
}

/// Gives rows of equal identity their keys: the first the plain key, the next `.2`, `.3`.
public struct KeyGiver: Sendable {
  private var seen: [String: Int] = [:]

  /// A giver that has seen no key.
  public init() {}

  /// The key for the next row of an identity.
  public mutating func key(_ prefix: String, _ parts: some Sequence<String>) -> String {
    let base = StableKey.make(prefix, parts)
    let count = seen[base, default: 0] + 1
    seen[base] = count
    return count == 1 ? base : "\(base).\(count)"
  }
}
