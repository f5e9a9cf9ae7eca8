import XML

/// Reads arbitrary XML with and without the library and checks that both say the same.
///
/// The first byte chooses the pieces that the text comes in.
@c(LLVMFuzzerTestOneInput)
public func fuzzXML(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  let piece = start[0] < 0x80 ? 1 << 20 : Int(start[0] & 0x7F) + 4
  let quick = events(bytes, piece: piece, byLibrary: false)
  let sure = events(bytes, piece: 1 << 20, byLibrary: true)
  precondition(quick == sure)
  return 0
}

private let vocabulary = XMLVocabulary(
  ["row", "c", "v", "t", "s", "r", "o:v"],
  spaces: ["o": ["urn:oasis:names:tc:opendocument:xmlns:office:1.0"]])

/// The events of a text with their lines, pieces of one text put together, or nothing where it is
/// refused: what came before a fault may have been delivered or not.
private func events(_ bytes: [UInt8], piece: Int, byLibrary: Bool) -> [String]? {
  var options = XMLReader.Options(maxDepth: 12)
  options.usesLibraryOnly = byLibrary
  var shown: [String] = []
  var text: [UInt8] = []
  do throws(XMLError) {
    var reader = try XMLReader(vocabulary, options)
    func take(_ reader: inout XMLReader) {
      while let event = reader.next() {
        if event.kind == .text {
          reader.append(textOf: event, to: &text)
          continue
        }
        let name = event.name < 7 ? event.name : -1
        shown.append("\(text) \(event.kind) \(reader.name(event.name)) \(name) \(event.line)")
        text = []
        if event.kind == .start {
          for (name, value) in reader.attributes(of: event) { shown.append("\(name)=\(value)") }
        }
      }
    }
    var position = 0
    while position < bytes.count {
      let end = min(bytes.count, position + piece)
      try reader.feed(bytes.span.extracting(position..<end))
      take(&reader)
      position = end
    }
    try reader.finish()
    take(&reader)
    return shown
  } catch {
    return nil
  }
}
