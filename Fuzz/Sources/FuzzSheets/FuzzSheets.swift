import Model
import Reading

/// Reads a workbook whose sheet is arbitrary XML and checks what must hold of its cells.
///
/// The first byte chooses XLSX or ODS; mutations of a packed file would hardly ever reach a sheet.
@c(LLVMFuzzerTestOneInput)
public func fuzzSheets(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  var settings = ReadingSettings()
  settings.limits.cells = 20_000
  settings.limits.mergedAreas = 1000
  settings.limits.textBytes = 4 << 20
  let parts = start[0] & 1 == 0 ? xlsx(bytes) : [("content.xml", bytes)]
  let outcome = read(
    stored(parts), id: "fuzz", attributes: DocumentAttributes(path: "x"), settings: settings)
  guard case .read(let document, _) = outcome, case .sheets(let sheets) = document.content else {
    return 0
  }
  for sheet in sheets {
    for (earlier, later) in zip(sheet.cells, sheet.cells.dropFirst()) {
      precondition(earlier.reference < later.reference)
    }
    precondition(sheet.cells.allSatisfy { $0.reference.row > 0 && $0.reference.column > 0 })
  }
  return 0
}

private func xlsx(_ sheet: [UInt8]) -> [(String, [UInt8])] {
  let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  return [
    (
      "xl/workbook.xml",
      Array(
        "<workbook xmlns:r=\"\(links)\"><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>"
          .utf8)
    ),
    (
      "xl/_rels/workbook.xml.rels",
      Array("<R><Relationship Id=\"a\" Type=\"\(links)/worksheet\" Target=\"a.xml\"/></R>".utf8)
    ),
    ("xl/a.xml", sheet),
  ]
}

/// An archive of parts that are not packed.
private func stored(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
  var archive: [UInt8] = []
  var directory: [UInt8] = []
  for part in parts {
    let sizes = little(part.bytes.count, 4) + little(part.bytes.count, 4)
    let common =
      little(20, 2) + little(0, 8) + little(Int(checksum(part.bytes)), 4) + sizes
      + little(part.name.utf8.count, 2) + little(0, 2)
    directory +=
      [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 10) + little(archive.count, 4)
      + Array(part.name.utf8)
    archive += [0x50, 0x4B, 3, 4] + common + Array(part.name.utf8) + part.bytes
  }
  let end =
    [0x50, 0x4B, 5, 6] + little(0, 4) + little(parts.count, 2) + little(parts.count, 2)
    + little(directory.count, 4) + little(archive.count, 4) + little(0, 2)
  return archive + directory + end
}

private func checksum(_ bytes: [UInt8]) -> UInt32 {
  var sum: UInt32 = .max
  for byte in bytes {
    sum ^= UInt32(byte)
    for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 0 ? 0 : 0xEDB8_8320) }
  }
  return ~sum
}
