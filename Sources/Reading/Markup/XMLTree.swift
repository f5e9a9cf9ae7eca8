import Model
import XML

/// An XML document as elements, and as text on the lines of its source.
struct XMLTree: PartHandler {
  static let vocabulary = XMLVocabulary(["Ruby", "ruby", "Rt", "rt", "Rp", "rp"])

  /// An element; the first is the root.
  struct Element {
    var name: String
    var attributes: [(name: String, value: String)]
    var text: [UInt8] = []
    var children: [Int] = []
  }

  private(set) var elements: [Element] = []
  private(set) var lines = LineText()
  private let limits: ReadingLimits
  private var open: [Int] = []
  // Readings stand beside the words they belong to and are no text of their own.
  private var readingDepth = 0
  private var rubyDepth = 0

  init(_ limits: ReadingLimits) {
    self.limits = limits
  }

  mutating func take(_ event: XMLEvent, _ reader: borrowing XMLReader) throws(Refusal) {
    switch event.kind {
    case .start:
      guard elements.count < limits.cells else {
        throw .limit(\.cells, of: limits, "the document has too many elements")
      }
      count(event.name, by: 1)
      if let parent = open.last { elements[parent].children.append(elements.count) }
      open.append(elements.count)
      elements.append(
        Element(name: reader.name(event.name), attributes: reader.attributes(of: event)))
      if rubyDepth == 0 { lines.separate() }
    case .end:
      _ = open.popLast()
      if rubyDepth == 0 { lines.separate() }
      count(event.name, by: -1)
    case .text:
      guard readingDepth == 0, let element = open.last else { return }
      let text = reader.text(of: event)
      elements[element].text.append(text)
      lines.append(text, endingOn: event.line)
    }
  }

  private mutating func count(_ name: Int, by step: Int) {
    switch name {
    case 0, 1: rubyDepth += step
    case 2...5: readingDepth += step
    default: return
    }
  }
}

extension XMLTree.Element {
  /// The text without white space at its ends; empty where there is nothing else.
  var trimmedText: String {
    let start = text.firstIndex { $0 > 0x20 } ?? text.endIndex
    let end = text.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return String(decoding: text[start..<end], as: UTF8.self)
  }

  var hasText: Bool { text.contains { $0 > 0x20 } }
}
