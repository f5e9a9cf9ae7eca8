import TestSupport
import Testing
import XML

/// Plain XML is read without the library; both ways must say the same of every text.
@Suite struct PlainXMLTests {
  static let vocabulary = XMLVocabulary(
    ["a", "b", "o:v", "v", "c"], spaces: ["o": ["urn:office", "urn:strict"]])

  static let seeds = [
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
      + "<a xmlns=\"urn:x\" xmlns:o='urn:office' o:v=\"1\" v='2'>\n<b c=\"x&amp;y\">予算&lt;１&#x4E88;</b>"
      + "<b/>\n <c v=''>a]b</c></a>\n",
    "<p:a xmlns:p='urn:other' xmlns:q=\"urn:strict\"><p:b q:v='&#38;'>x&amp;\n&#10;y</p:b><c/></p:a>",
    "<a><b>\n</b>\n\n<c>&apos;&quot;</c><a b='>'>\u{1F600}</a></a>",
    "\u{FEFF}<?xml version='1.0'?><a><long-name-of-an-element v=\"1\"/><long-name-of-another v=\"1\"/></a>",
  ]

  private static let spices = [
    "<", ">", "/", "&", ";", "\"", "'", "=", " ", "\n", "\r", "\t", "]]>", "<!-- x -->", "<?p?>",
    "<![CDATA[<]]>", "&#0;", "&#xFFFF;", "&x;", "<!DOCTYPE a>", "xmlns='urn:y'", "xmlns:o='urn:z'",
    "\u{FFFE}", "é", "\u{1}", "<b>", "</b>", "<b v='1' v='2'/>", "o:", ":", "</a>", "&#+1;", "&#x;",
    "v = '1'", " xml:space='preserve'", "<r:b/>", "&#55296;",
  ]

  @Test(arguments: seeds)
  func soundTextsAreReadAlike(text: String) throws {
    for size in [1, 2, 3, 7, 64, 10_000] {
      #expect(read(Array(text.utf8), pieces: size) == read(Array(text.utf8), byLibrary: true))
    }
  }

  @Test(arguments: 0..<40)
  func alteredTextsAreReadAlike(seed: Int) {
    var chance = Seeded(seed: UInt64(seed))
    for _ in 0..<250 {
      var bytes = Array(Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &chance)].utf8)
      for _ in 0..<Int.random(in: 1...3, using: &chance) {
        let place = Int.random(in: 0...bytes.count, using: &chance)
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: bytes.removeSubrange(place..<min(bytes.count, place + 3))
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &chance), at: place)
        default:
          let spice = Self.spices[Int.random(in: 0..<Self.spices.count, using: &chance)]
          bytes.insert(contentsOf: spice.utf8, at: place)
        }
      }
      let size = [5, 16, 10_000][Int.random(in: 0..<3, using: &chance)]
      let quick = read(bytes, pieces: size)
      let sure = read(bytes, byLibrary: true)
      #expect(quick == sure, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  /// Names past those that are kept, and names that are told apart by their middle alone, of which
  /// many are left to the library.
  @Test(arguments: [10, 100, 1000, 5000])
  func manyNamesAreReadAlike(count: Int) {
    var text = "<a>"
    for number in 0..<count {
      text +=
        "<n\(number) v\(number)='1'/><abcdefgh\(number)ijklmnop v='x'></abcdefgh\(number)ijklmnop>"
      text += "<n\(number) v\(number)='1'/>"
    }
    text += "</a>"
    #expect(read(Array(text.utf8), pieces: 1000) == read(Array(text.utf8), byLibrary: true))
  }

  /// Names are compared eight bytes at a time: those of about that length, alike but for one byte.
  @Test(arguments: [
    "<abcdefg/><abcdefgh/><abcdefghi/><abcdefg/>", "<abcdefgh></abcdefgi>",
    "<abcdefghi></abcdefgh>", "<abcdefgh></abcdefghi>", "<abcdefghijklmnopq></abcdefghijklmnopr>",
    "<abcdefghXjklmnopq/><abcdefghYjklmnopq/>", "<abcdefghijklmnopq></abcdefghijklmnopq>",
  ])
  func namesAreComparedWhole(elements: String) {
    let bytes = Array("<a>\(elements)</a>".utf8)
    for size in [1, 9, 10_000] {
      #expect(read(bytes, pieces: size) == read(bytes, byLibrary: true))
    }
  }

  /// The declaration is XML's own: its words are small, and its quotes go in pairs.
  @Test(arguments: [
    "<?xml versioN=\"1.0\"?>", "<?XML version=\"1.0\"?>", "<?xml version='1.0\"?>",
    "<?xml version=\"1.0\" ENCODING=\"UTF-8\"?>", "<?xml version=\"1.0\" standalone=\"YES\"?>",
    "<?xml version=\"1.0\" encoding='UTF-8\"?>", "<?xml version=\"1.0\"", "<?xml version=\"1.0\">",
  ])
  func wrongDeclarationsAreRefused(declaration: String) {
    let bytes = Array((declaration + "<a/>").utf8)
    #expect(read(bytes).hasPrefix("refused"))
    #expect(read(bytes) == read(bytes, byLibrary: true))
  }

  /// The events of a text or why it is refused, with lines; pieces of one text are put together.
  ///
  /// What came before a fault may have been delivered or not, so only the fault counts there.
  private func read(_ bytes: [UInt8], pieces: Int = 1 << 20, byLibrary: Bool = false) -> String {
    var options = XMLReader.Options(maxDepth: 6)
    options.usesLibraryOnly = byLibrary
    var shown = ""
    do throws(XMLError) {
      var reader = try XMLReader(Self.vocabulary, options)
      var text = ""
      func take(_ reader: inout XMLReader) {
        while let event = reader.next() {
          if event.kind == .text {
            text += string(reader.text(of: event))
            continue
          }
          shown += "[\(text)]"
          text = ""
          shown += "\(event.kind) \(reader.name(event.name)) \(event.name < 5 ? event.name : -1)"
          shown += " line \(event.line)"
          guard event.kind == .start else { continue }
          for (name, value) in reader.attributes(of: event) { shown += " \(name)=\(value)|" }
        }
      }
      var start = 0
      while start < bytes.count {
        let end = min(start + pieces, bytes.count)
        try reader.feed(bytes.span.extracting(start..<end))
        take(&reader)
        start = end
      }
      try reader.finish()
      take(&reader)
      return shown + "[\(text)]"
    } catch {
      return "refused: \(error.code)"
    }
  }

  private func string(_ bytes: Span<UInt8>) -> String {
    var copy: [UInt8] = []
    for index in bytes.indices { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
  }
}
