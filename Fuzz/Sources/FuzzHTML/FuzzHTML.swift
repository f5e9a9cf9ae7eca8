import Model
import Reading

/// Reads arbitrary bytes as a web page or as XML, as the first byte says.
@c(LLVMFuzzerTestOneInput)
public func fuzzHTML(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  var settings = ReadingSettings()
  settings.kind = start[0] & 1 == 0 ? .html : .xml
  settings.decodingPolicy = .replace
  settings.limits.cells = 20_000
  let attributes = DocumentAttributes(path: "x")
  guard
    case .read(let document, _) = read(
      bytes, id: "fuzz", attributes: attributes, settings: settings)
  else {
    return 0
  }
  if case .text(let body) = document.content {
    precondition(String(validating: body.bytes, as: UTF8.self) != nil)
  }
  return 0
}
