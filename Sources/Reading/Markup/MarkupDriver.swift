import Model
import XML

/// Runs handlers over marked-up texts that are UTF-8 by now, whatever they say of themselves.
extension Source {
  func parse(_ bytes: [UInt8], _ handler: inout some PartHandler) throws(Refusal) {
    let options = XMLReader.Options(
      allowsDocumentType: true, maxDepth: limits.nesting, isDecoded: true)
    var reader: XMLReader
    do throws(XMLError) { reader = try XMLReader(type(of: handler).vocabulary, options) } catch {
      throw Refusal(error, part: "")
    }
    var start = 0
    while start < bytes.count {
      let end = min(start + PackageReader.bytesPerPiece, bytes.count)
      do throws(XMLError) { try reader.feed(bytes.span.extracting(start..<end)) } catch {
        throw Refusal(error, part: "")
      }
      while let event = reader.next() { try handler.take(event, reader) }
      start = end
    }
    do throws(XMLError) { try reader.finish() } catch { throw Refusal(error, part: "") }
    while let event = reader.next() { try handler.take(event, reader) }
  }
}
