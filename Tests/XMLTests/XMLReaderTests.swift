import Testing
import XML

@Suite struct XMLReaderTests {
  static let vocabulary = XMLVocabulary(
    ["a", "b", "o:v", "v"], spaces: ["o": ["urn:office", "urn:strict"]])

  @Test(arguments: [
    ("<a>1<b/>2</a>", "<a>1<b></b>2</a>"),
    ("<?xml version='1.0'?><a x='1' v='&lt;&amp;&#x4E88;'/>", "<a v=<&予></a>"),
    ("<a><![CDATA[<x>]]>y&amp;z</a>", "<a><x>y&z</a>"),
    // The address of a name space counts, not its prefix.
    ("<a xmlns:q='urn:strict' q:v='1' v='2'/>", "<a o:v=1 v=2></a>"),
    ("<p:a xmlns:p='urn:other'><p:c/></p:a>", "<a><c></c></a>"),
    ("<!-- x --><a/><?p i?>", "<a></a>"),
  ])
  func eventsInPiecesOfAnySize(text: String, expected: String) throws {
    for size in [4, 5, 7, 1000] { #expect(try events(text, pieces: size) == expected) }
  }

  @Test(arguments: [
    ("<a><b></a>", XMLError.Code.malformed), ("<a>", .malformed), ("<a/><a/>", .malformed),
    ("<a>\u{1}</a>", .malformed), ("", .malformed), ("plain", .malformed),
    ("<!DOCTYPE a><a/>", .documentType), ("<a>&x;</a>", .entity), ("<a v='&x;'/>", .entity),
    ("<a><a><a><a/></a></a></a>", .nesting),
  ])
  func whatIsRefused(text: String, code: XMLError.Code) {
    #expect { try events(text, pieces: 1000, depth: 3) } throws: {
      ($0 as? XMLError)?.code == code
    }
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x 'y'>]><a v='&x;'/>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://localhost/x.dtd'> %p;]><a/>",
    "<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY z '&x;&x;&x;'>]><a>&z;</a>",
  ])
  func entitiesAreNeverExpanded(text: String) {
    #expect { try events(text, pieces: 1000, allowsDocumentType: true) } throws: {
      ($0 as? XMLError)?.code == .entity
    }
  }

  @Test func declarationsThatNobodyUsesAreHarmless() throws {
    let text = "<!DOCTYPE a SYSTEM 'http://localhost/x.dtd' [<!ENTITY x 'y'>]><a>1</a>"
    #expect(try events(text, pieces: 1000, allowsDocumentType: true) == "<a>1</a>")
  }

  @Test func linesAreKnown() throws {
    var reader = try XMLReader(Self.vocabulary, XMLReader.Options(maxDepth: 10))
    try reader.feed(Array("<a>\n<b>\n</b></a>".utf8).span)
    var lines: [Int] = []
    while let event = reader.next() { lines.append(event.line) }
    #expect(lines == [1, 2, 2, 3, 3, 3])
  }

  @Test func badBytesAreErrorsNotReplaced() throws {
    var reader = try XMLReader(Self.vocabulary, XMLReader.Options(maxDepth: 10))
    let bytes = Array("<a>".utf8) + [0xE4, 0xBA] + Array("</a>".utf8)
    #expect(throws: XMLError.self) {
      try reader.feed(bytes.span)
      try reader.finish()
    }
  }

  @Test(arguments: [4, 20, 1000], ["EUC-JP", "UTF_-8", "UTF-16LE"])
  func textThatDoesNotFitItsEncodingIsNotCutShort(size: Int, encoding: String) throws {
    let head = "<?xml version='1.0' encoding='\(encoding)'?><a><b/>"
    let bytes = Array(head.utf8) + [0x8B, 0xC5, 0xFF, 0xFF] + Array("<a></a>".utf8)
    var reader = try XMLReader(Self.vocabulary, XMLReader.Options(maxDepth: 10))
    #expect(throws: XMLError.self) {
      for start in stride(from: 0, to: bytes.count, by: size) {
        try reader.feed(bytes[start..<min(bytes.count, start + size)].span)
      }
      try reader.finish()
    }
  }

  @Test func webPagesAreMended() throws {
    let page = "<html><body><table><tr><td>予算<td>1&nbsp;&lt;</table><p>x"
    let vocabulary = XMLVocabulary(["td", "p"])
    var reader = try XMLReader(html: Array(page.utf8).span, vocabulary)
    var shown = ""
    while let event = reader.next() { shown += show(event, reader) }
    #expect(
      shown
        == "<html><body><table><tr><td>予算</td><td>1\u{A0}<</td></tr></table><p>x</p></body></html>")
  }

  private func events(
    _ text: String, pieces: Int, depth: Int = 100, allowsDocumentType: Bool = false
  ) throws -> String {
    let options = XMLReader.Options(allowsDocumentType: allowsDocumentType, maxDepth: depth)
    var reader = try XMLReader(Self.vocabulary, options)
    var shown = ""
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let end = min(start + pieces, bytes.count)
      try reader.feed(bytes.span.extracting(start..<end))
      while let event = reader.next() { shown += show(event, reader) }
      start = end
    }
    try reader.finish()
    while let event = reader.next() { shown += show(event, reader) }
    return shown
  }

  private func show(_ event: XMLEvent, _ reader: borrowing XMLReader) -> String {
    switch event.kind {
    case .end: return "</\(reader.name(event.name))>"
    case .text: return string(reader.text(of: event))
    case .start:
      var shown = "<" + reader.name(event.name)
      for name in [2, 3] {
        if let value = reader.attribute(name, of: event) {
          shown += " \(reader.name(name))=" + string(value)
        }
      }
      return shown + ">"
    }
  }

  private func string(_ bytes: Span<UInt8>) -> String {
    var copy: [UInt8] = []
    for index in bytes.indices { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}
