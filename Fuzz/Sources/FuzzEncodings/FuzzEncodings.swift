import Model
import Reading

/// Decodes arbitrary bytes in an encoding that the first byte chooses, or in the one that is found.
@c(LLVMFuzzerTestOneInput)
public func fuzzEncodings(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  var settings = ReadingSettings()
  settings.kind = .text
  settings.decodingPolicy = .replace
  let all = TextEncoding.allCases
  let choice = Int(start[0]) % (all.count + 1)
  settings.encoding = choice < all.count ? all[choice] : nil
  let attributes = DocumentAttributes(path: "x.txt")
  guard
    case .read(let document, let findings) = read(
      bytes, id: "fuzz", attributes: attributes, settings: settings),
    case .text(let body) = document.content
  else { return 0 }
  precondition(String(validating: body.bytes, as: UTF8.self) != nil)
  // What is shown as U+FFFD is said.
  let isReplaced = String(decoding: body.bytes, as: UTF8.self).unicodeScalars.contains("\u{FFFD}")
  precondition(!isReplaced || !findings.isEmpty)
  return 0
}
