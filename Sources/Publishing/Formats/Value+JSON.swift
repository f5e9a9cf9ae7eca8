public import JSON
public import Model

extension Value {
  /// The value as JSON: numbers as numbers, days as text.
  public var json: JSONValue {
    switch self {
    case .null: .null
    case .text(let text): .string(text)
    case .integer(let number): .integer(number)
    case .boolean(let flag): .boolean(flag)
    case .decimal(let digits): .number(Value.literal(digits))
    case .day: .string(field)
    }
  }

  /// The digits as JSON allows them: no zeros before other digits.
  static func literal(_ digits: String) -> String {
    var bytes = Array(digits.utf8)
    let first = bytes.first == UInt8(ascii: "-") ? 1 : 0
    while first + 1 < bytes.count, bytes[first] == 0x30, bytes[first + 1] != UInt8(ascii: ".") {
      bytes.remove(at: first)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
