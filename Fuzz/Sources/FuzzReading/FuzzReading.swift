import Model
import Reading

/// Gives the readers of sources arbitrary bytes and checks what must always hold.
///
/// The first byte chooses the name that the file goes by; the rest is the file.
@c(LLVMFuzzerTestOneInput)
public func fuzzReading(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let path = paths[Int(bytes[0]) % paths.count]
  var settings = ReadingSettings()
  settings.decodingPolicy = bytes[0] & 0x80 == 0 ? .refuse : .replace
  settings.limits.cells = 20_000
  settings.limits.mergedAreas = 1000
  settings.limits.unpackedBytes = 4 << 20
  settings.limits.textBytes = 4 << 20
  let outcome = read(
    Array(bytes[1...]), id: "fuzz", attributes: DocumentAttributes(path: path), settings: settings)
  switch outcome {
  case .refused(let refusal): precondition(!refusal.reason.isEmpty && !refusal.advice.isEmpty)
  case .read(let document, let findings):
    precondition(findings.allSatisfy { !$0.message.isEmpty })
    switch document.content {
    case .text(let body): check(body)
    case .sheets(let sheets): sheets.forEach(check)
    }
  }
  return 0
}

private let paths = [
  "x", "x.txt", "x.csv", "x.xml", "x.html", "x.json", "x.jsonl", "x.xlsx", "x.ods", "x.csv.gz",
]

/// Decoded text is UTF-8 whose lines cover it.
private func check(_ body: TextBody) {
  precondition(String(validating: body.bytes, as: UTF8.self) != nil)
  for line in 0..<body.lineCount { _ = body.text(ofLine: line + 1) }
}

/// Cells stand in order, each once, and none under a merged area but its first.
private func check(_ sheet: Sheet) {
  for (earlier, later) in zip(sheet.cells, sheet.cells.dropFirst()) {
    precondition(earlier.reference < later.reference)
  }
  precondition(sheet.cells.allSatisfy { $0.reference.row > 0 && $0.reference.column > 0 })
}
