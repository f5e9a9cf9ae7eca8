import JSON
import JapaneseText
import Model

/// What the values of a field must be, read from a Table Schema and applied strictly.
///
/// It is asked for every value: as a class it is handed on without copying what it holds.
final class FieldRule: Sendable {
  let name: String
  let type: FieldType
  let isRequired: Bool
  let isUnique: Bool
  let allowed: Set<String>
  let minimum: Int64?
  let maximum: Int64?
  let lengths: ClosedRange<Int>?
  // The allowed words as bytes, and whether the type is all that a value must have.
  private let words: KeySet
  private let hasBounds: Bool

  /// The types this check knows.
  enum FieldType: String, Sendable {
    case string
    case integer
    case number
    case boolean
    case date
    case year
    case yearmonth
    case any
  }

  /// Reads a field of a schema, or says why it cannot be checked.
  init(_ field: JSONValue) throws(SchemaFault) {
    guard let name = field["name"]?.string, !name.isEmpty else {
      throw SchemaFault(reason: "a field has no name")
    }
    guard let type = FieldType(rawValue: field["type"]?.string ?? "any") else {
      throw SchemaFault(reason: "field \(name): the type \(field["type"]?.line ?? "") is unknown")
    }
    if let format = field["format"]?.string, format != "default" {
      throw SchemaFault(reason: "field \(name): only the default format is allowed")
    }
    let constraints = field["constraints"]
    for member in constraints?.members ?? [] where !FieldRule.known.contains(member.key) {
      throw SchemaFault(reason: "field \(name): the constraint \(member.key) cannot be checked")
    }
    self.name = name
    self.type = type
    isRequired = constraints?["required"]?.boolean ?? false
    isUnique = constraints?["unique"]?.boolean ?? false
    let categories = TableSchemaDescriptor.strings(field["categories"])
    let listed = TableSchemaDescriptor.strings(constraints?["enum"])
    allowed = Set(categories.isEmpty ? listed : categories)
    if !categories.isEmpty, !listed.isEmpty, Set(listed) != Set(categories) {
      throw SchemaFault(reason: "field \(name): enum and categories disagree")
    }
    minimum = try FieldRule.bound("minimum", constraints, name)
    maximum = try FieldRule.bound("maximum", constraints, name)
    let least = try FieldRule.bound("minLength", constraints, name)
    let most = try FieldRule.bound("maxLength", constraints, name)
    if (least ?? 0) > (most ?? .max) {
      throw SchemaFault(reason: "field \(name): minLength is more than maxLength")
    }
    lengths = least == nil && most == nil ? nil : Int(least ?? 0)...Int(most ?? .max)
    words = KeySet(allowed.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) })
    hasBounds = minimum != nil || maximum != nil || lengths != nil
  }

  private static let known: Set<String> = [
    "required", "unique", "enum", "minimum", "maximum", "minLength", "maxLength",
  ]

  private static func bound(
    _ key: String, _ constraints: JSONValue?, _ name: String
  ) throws(SchemaFault) -> Int64? {
    guard let value = constraints?[key] else { return nil }
    guard let number = value.integer ?? value.string.flatMap({ Int64($0) }) else {
      throw SchemaFault(reason: "field \(name): \(key) is no whole number")
    }
    return number
  }
}

extension FieldRule {
  /// Whether a value is right at first sight; where it is not, `fault` decides.
  func isPlainlyRight(_ bytes: Swift.Span<UInt8>) -> Bool {
    guard !hasBounds, isPlain(bytes) else { return false }
    return allowed.isEmpty || words.position(of: bytes) != nil
  }

  /// Whether a value is plainly of the type.
  private func isPlain(_ bytes: Swift.Span<UInt8>) -> Bool {
    switch type {
    case .string, .any: return true
    case .integer:
      // Numbers of up to eighteen digits that do not begin with a zero.
      guard (1...18).contains(bytes.count), bytes[0] != 0x30 else {
        return bytes.count == 1 && bytes[0] == 0x30
      }
      for position in bytes.indices where !bytes[position].isDigit { return false }
      return true
    case .date:
      guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else {
        return false
      }
      for position in [0, 1, 2, 3, 5, 6, 8, 9] where !bytes[position].isDigit { return false }
      let month = bytes.number(at: 5)
      let day = bytes.number(at: 8)
      return bytes[0] != 0x30 && (1...12).contains(month) && (1...28).contains(day)
    case .number, .boolean, .year, .yearmonth: return false
    }
  }

  /// What is wrong with a value that is there, or nothing.
  func fault(of text: String) -> (code: PackageFault.Code, message: String)? {
    if let expected = typeFault(of: text) {
      return (.typeError, "\(text.shown) is not \(expected)")
    }
    if !allowed.isEmpty, !allowed.contains(text) {
      let words = allowed.sorted().prefix(12).joined(separator: ", ")
      return (.constraintError, "\(text.shown) is not one of: \(words)")
    }
    if let number = Int64(text) {
      if let minimum, number < minimum { return (.constraintError, "\(number) < \(minimum)") }
      if let maximum, number > maximum { return (.constraintError, "\(number) > \(maximum)") }
    }
    if let lengths, !lengths.contains(text.unicodeScalars.count) {
      return (.constraintError, "\(text.shown) has \(text.unicodeScalars.count) characters")
    }
    return nil
  }

  /// What a value should have been, or nothing where it is of the type.
  private func typeFault(of text: String) -> String? {
    switch type {
    case .string, .any: return nil
    case .integer:
      return ColumnType.integer.value(ofField: text) == nil
        ? "a whole number in ASCII digits without signs, zeros or marks that it does not need" : nil
    case .number:
      return ColumnType.number.value(ofField: text) == nil
        ? "a decimal number in ASCII digits" : nil
    case .boolean:
      return ColumnType.boolean.value(ofField: text) == nil ? "true or false" : nil
    case .date: return Day(iso: text) == nil ? "a day as YYYY-MM-DD" : nil
    case .year:
      return text.utf8.count == 4 && text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        ? nil : "a year of four digits"
    case .yearmonth: return Day(iso: text + "-01") == nil ? "a month as YYYY-MM" : nil
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
}

extension Swift.Span<UInt8> {
  /// The number of two digits at a place.
  fileprivate func number(at position: Int) -> Int {
    Int(self[position] &- 0x30) * 10 + Int(self[position + 1] &- 0x30)
  }
}
