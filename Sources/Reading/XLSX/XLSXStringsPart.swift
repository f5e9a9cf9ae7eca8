import Model
import XML

/// The texts that cells share: plain or of several runs, without readings (furigana).
struct XLSXStringsPart: PartHandler {
  private enum Name: Int, CaseIterable {
    case item
    case text
    case phonetic
    case space

    var text: String {
      switch self {
      case .item: "si"
      case .text: "t"
      case .phonetic: "rPh"
      case .space: "space"
      }
    }
  }

  static let vocabulary = XMLVocabulary(Name.allCases.map(\.text))

  private(set) var strings: [String] = []
  private let limits: ReadingLimits
  private var budget: TextBudget
  private var buffer: [UInt8] = []
  private var runStart = 0
  private var keepsSpace = false
  private var isInText = false
  private var isInPhonetic = false

  init(_ limits: ReadingLimits) {
    self.limits = limits
    budget = TextBudget(limits)
  }

  mutating func take(_ event: XMLEvent, _ reader: borrowing XMLReader) throws(Refusal) {
    if event.kind == .text {
      if isInText { reader.append(textOf: event, to: &buffer) }
      return
    }
    let isStart = event.kind == .start
    switch Name(rawValue: event.name) {
    case .item:
      if isStart { return buffer.removeAll(keepingCapacity: true) }
      try budget.spend(buffer.count, at: nil)
      guard strings.count < limits.cells else {
        throw .limit(\.cells, of: limits, "the workbook shares too many texts")
      }
      strings.append(XLSXText.string(buffer))
    case .text where !isInPhonetic:
      isInText = isStart
      if isStart {
        runStart = buffer.count
        keepsSpace = reader.attribute(Name.space.rawValue, of: event)?.equals("preserve") ?? false
      } else if !keepsSpace {
        XLSXText.trim(&buffer, from: runStart)
      }
    case .phonetic: isInPhonetic = isStart
    default: return
    }
  }
}

extension [UInt8] {
  /// Appends bytes that are only lent.
  mutating func append(_ bytes: Swift.Span<UInt8>) {
    reserveCapacity(count + bytes.count)
    for index in bytes.indices { append(bytes[index]) }
  }
}

/// How much text the cells of one source may hold together.
struct TextBudget {
  private let limits: ReadingLimits
  private var left: Int

  init(_ limits: ReadingLimits) {
    self.limits = limits
    left = limits.textBytes
  }

  /// Takes the bytes of one cell out of the budget.
  mutating func spend(_ count: Int, at place: @autoclosure () -> Place?) throws(Refusal) {
    guard count <= limits.bytesPerCell else {
      throw .limit(\.bytesPerCell, of: limits, "the text of a cell is too long", place: place())
    }
    left -= count
    guard left >= 0 else {
      throw .limit(\.textBytes, of: limits, "the cells hold too much text", place: place())
    }
  }
}
