import JSON
import JapaneseText

/// Answers one value a line: JSON Lines in, JSON Lines out, in order.
struct NormalizedValues {
  let kind: NormalizedKind

  func answers(to input: [UInt8]) throws -> [UInt8] {
    var writer = JSONWriter()
    for (index, line) in input.split(separator: 0x0A).enumerated() {
      let request: JSONValue
      do { request = try JSONReader.read(Array(line)) } catch {
        throw UsageError("standard input, line \(index + 1): \(error)\n  Give one object a line.")
      }
      guard let text = request["text"]?.string else {
        throw UsageError("standard input, line \(index + 1): \"text\" is missing")
      }
      writer.writeLine(answer(text, anchor: request["anchor"]?.string.flatMap(Day.init(iso:))))
    }
    return writer.bytes
  }

  private func answer(_ text: String, anchor: Day?) -> JSONValue {
    switch kind {
    case .dates: date(text, anchor)
    case .amounts: amount(text)
    case .numbers: number(text)
    case .text: ["value": .string(fold(text)), "flags": .array([])]
    }
  }

  private func date(_ text: String, _ anchor: Day?) -> JSONValue {
    switch DateValue.read(text, anchor: anchor) {
    case .failure(let error): failed(error.rawValue)
    case .success(let date):
      [
        "value": [
          "kind": .string(date.kind.rawValue), "start": .day(date.start), "end": .day(date.end),
        ],
        "flags": .strings(date.flags.map(\.rawValue)),
      ]
    }
  }

  private func amount(_ text: String) -> JSONValue {
    switch AmountValue.read(text) {
    case .failure(let error): failed(error.rawValue)
    case .success(let amount):
      [
        "value": .amount(amount.mention),
        "flags": .strings(amount.mention.flags.map(\.rawValue)),
      ]
    }
  }

  private func number(_ text: String) -> JSONValue {
    switch NumberValue.read(text) {
    case .failure(let error): failed(error.rawValue)
    case .success(let number):
      [
        "value": .string(number.value.description),
        "flags": .strings(number.flags.map(\.rawValue)),
      ]
    }
  }

  private func failed(_ reason: String) -> JSONValue {
    ["value": .null, "error": .string(reason), "flags": .array([])]
  }
}

extension JSONValue {
  /// A day, or null.
  static func day(_ day: Day?) -> JSONValue { day.map { .string($0.description) } ?? .null }

  /// A whole number, or null.
  static func whole(_ number: Int64?) -> JSONValue { number.map { .integer($0) } ?? .null }

  /// An amount with its unit and qualifiers.
  static func amount(_ mention: AmountMention) -> JSONValue {
    var members = [
      JSONMember("amount_yen", .whole(mention.yen)),
      JSONMember("unit_yen", .whole(mention.unitYen)),
    ]
    if let high = mention.highYen { members.append(JSONMember("amount_high_yen", .integer(high))) }
    members.append(JSONMember("qualifier", .strings(mention.qualifiers.map(\.rawValue))))
    return .object(members)
  }
}
