import Model
import XML
import Zip

/// The parts of a packed spreadsheet, each unpacked piece by piece within the limits.
struct PackageReader: ~Copyable, ~Escapable {
  static let bytesPerPiece = 1 << 16
  static let bytesPerHead = 1 << 13

  let archive: ZipArchive
  let limits: ReadingLimits
  /// The entries by their keys.
  let entries: [String: ZipArchive.Entry]
  private var unpacked = 0

  @_lifetime(copy archive)
  init(_ archive: consuming ZipArchive, _ limits: ReadingLimits) throws(Refusal) {
    entries = try PackageReader.directory(of: archive, limits)
    self.archive = archive
    self.limits = limits
  }

  func contains(_ name: String) -> Bool { entries[PackageReader.key(name)] != nil }

  /// The name as parts are compared: in lower case, and with the slashes that the format asks for.
  static func key(_ name: String) -> String {
    String(decoding: name.lowercased().utf8.map { $0 == 0x5C ? 0x2F : $0 }, as: UTF8.self)
  }

  /// Unpacks a part piece by piece; a part that is not there is refused.
  mutating func unpack(
    _ name: String, _ take: (Swift.Span<UInt8>) throws(Refusal) -> Void
  ) throws(Refusal) {
    guard let entry = entries[PackageReader.key(name)] else {
      throw Refusal(
        .malformed, "the part '\(name)' is missing from the archive", advice: Refusal.saveAgain)
    }
    var buffer = [UInt8](repeating: 0, count: PackageReader.bytesPerPiece)
    var size = 0
    var reader: ZipEntryReader
    do throws(ZipError) { reader = try archive.open(entry) } catch {
      throw PackageReader.refusal(error, part: entry.name)
    }
    while true {
      let count: Int
      do throws(ZipError) { count = try reader.read(into: &buffer) } catch {
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

  /// The first bytes of a part.
  func head(of name: String) throws(Refusal) -> ArraySlice<UInt8> {
    guard let entry = entries[PackageReader.key(name)] else { return [] }
    var buffer = [UInt8](repeating: 0, count: PackageReader.bytesPerHead)
    do throws(ZipError) {
      var reader = try archive.open(entry)
      let count = try reader.read(into: &buffer)
      return buffer[..<count]
    } catch {
      throw PackageReader.refusal(error, part: entry.name)
    }
  }
}
