import Model
import XML
import Zip

/// The parts of a packed spreadsheet, each unpacked piece by piece within the limits.
struct PackageReader: ~Copyable, ~Escapable {
  // Small enough that what is found in a piece stays in the nearest memory.
  static let bytesPerPiece = 1 << 14
  static let bytesPerHead = 1 << 13

  /// A part of no more bytes is read whole where its beginning is looked at, and kept.
  private static let bytesPerKept = 1 << 15
  /// So many bytes of such parts are kept together.
  private static let mostKept = 1 << 20

  let archive: ZipArchive
  let limits: ReadingLimits
  /// The entries by their keys.
  let entries: [String: ZipArchive.Entry]
  private var unpacked = 0
  private var buffer: [UInt8] = []
  private var kept: [Int: [UInt8]] = [:]
  private var keptBytes = 0

  @_lifetime(copy archive)
  init(_ archive: consuming ZipArchive, _ limits: ReadingLimits) throws(Refusal) {
    entries = try PackageReader.directory(of: archive, limits)
    self.archive = archive
    self.limits = limits
  }

  func contains(_ name: String) -> Bool { entries[PackageReader.key(name)] != nil }

  /// The name as parts are compared: in lower case, and with the slashes that the format asks for.
  static func key(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x5C && !(0x41...0x5A).contains($0) }) {
      return name
    }
    return String(decoding: name.lowercased().utf8.map { $0 == 0x5C ? 0x2F : $0 }, as: UTF8.self)
  }

  /// Unpacks a part piece by piece; a part that is not there is refused.
  mutating func unpack(
    _ name: String, _ take: (Swift.Span<UInt8>) throws(Refusal) -> Void
  ) throws(Refusal) {
    guard let entry = entries[PackageReader.key(name)] else {
      throw Refusal(
        .malformed, "the part '\(name)' is missing from the archive", advice: Refusal.saveAgain)
    }
    if let bytes = kept[entry.index] {
      try PackageReader.check(entry, size: bytes.count, total: unpacked + bytes.count, limits)
      unpacked += bytes.count
      var start = 0
      while start < bytes.count {
        let end = min(start + PackageReader.bytesPerPiece, bytes.count)
        try take(bytes.span.extracting(start..<end))
        start = end
      }
      return
    }
    var size = 0
    var buffer = takeBuffer()
    defer { self.buffer = buffer }
    var reader: ZipEntryReader
    do throws(ZipError) { reader = try archive.open(entry) } catch {
      throw PackageReader.refusal(error, part: entry.name)
    }
    while true {
      let count: Int
      do throws(ZipError) {
        count = try reader.read(into: &buffer, upTo: PackageReader.bytesPerPiece)
      } catch {
        throw PackageReader.refusal(error, part: entry.name)
      }
      if count == 0 { break }
      size += count
      // The directory may lie about the size.
      try PackageReader.check(entry, size: size, total: unpacked + size, limits)
      try take(buffer.span.extracting(..<count))
    }
    unpacked += size
  }

  /// The buffer, taken out of the reader while it is filled.
  private mutating func takeBuffer() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &buffer)
    return taken.isEmpty ? [UInt8](repeating: 0, count: PackageReader.bytesPerKept) : taken
  }

  /// Unpacks a small part whole.
  mutating func whole(_ name: String, limit: Int) throws(Refusal) -> [UInt8] {
    var bytes: [UInt8] = []
    try unpack(name) { piece throws(Refusal) in
      guard bytes.count + piece.count <= limit else {
        throw Refusal(
          .malformed, "the part '\(name)' is larger than its purpose allows",
          advice: Refusal.saveAgain)
      }
      bytes += piece.copy
    }
    return bytes
  }

  /// Looks at the first bytes of a part; a small part is kept to be read again.
  mutating func lookAtHead(
    of entry: ZipArchive.Entry, _ look: (Swift.Span<UInt8>) throws(Refusal) -> Void
  ) throws(Refusal) {
    var buffer = takeBuffer()
    defer { self.buffer = buffer }
    let isSmall =
      entry.size <= PackageReader.bytesPerKept && keptBytes + entry.size <= PackageReader.mostKept
    let count: Int
    do throws(ZipError) {
      var reader = try archive.open(entry)
      count = try reader.read(into: &buffer, upTo: isSmall ? .max : PackageReader.bytesPerHead)
      if isSmall, count == entry.size, reader.isAtEnd() {
        kept[entry.index] = Array(buffer[..<count])
        keptBytes += count
      }
    } catch {
      throw PackageReader.refusal(error, part: entry.name)
    }
    try look(buffer.span.extracting(..<min(count, PackageReader.bytesPerHead)))
  }
}
