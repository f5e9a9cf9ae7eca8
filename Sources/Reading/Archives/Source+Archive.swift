import Model
import Zip

/// Archives: workbooks are read, others are named and refused.
extension Source {
  mutating func readArchive(_ bytes: Swift.Span<UInt8>) throws(Refusal) -> Document.Content {
    var package = try openPackage(bytes)
    return try identifyPackage(&package, bytes) == .ods ? readODS(&package) : readXLSX(&package)
  }

  @_lifetime(copy bytes)
  mutating func openPackage(_ bytes: Swift.Span<UInt8>) throws(Refusal) -> PackageReader {
    attributes.mediaType = "application/zip"
    let archive: ZipArchive
    do throws(ZipError) { archive = try ZipArchive(bytes, checksConsistency: false) } catch {
      throw PackageReader.refusal(error, part: nil)
    }
    return try PackageReader(archive, limits)
  }

  /// Finds out which kind of workbook a package is, and notes what is odd about it.
  mutating func identifyPackage(
    _ package: inout PackageReader, _ bytes: Swift.Span<UInt8>
  ) throws(Refusal) -> FileKind {
    let kind = try archiveKind(&package)
    identify(as: kind)
    try package.refuseOutsideReferences()
    if let inconsistency = try inconsistency(of: bytes) {
      findings.add(
        .archiveInconsistent, subject: "archive",
        "the headers of the archive contradict each other (\(inconsistency)); "
          + "other programs may read something else in it")
    }
    if let promised = FileKind(path: path), promised != kind {
      findings.add(
        .contentDiffersFromName, subject: kind.rawValue,
        "the name promises \(promised.rawValue), the content is \(kind.rawValue)")
    }
    return kind
  }

  private func inconsistency(
    of bytes: Swift.Span<UInt8>, isSecondLook: Bool = false
  ) throws(Refusal) -> String? {
    do throws(ZipError) {
      _ = try ZipArchive(bytes, checksConsistency: true).entryCount
      return nil
    } catch {
      if error.code == .noMemory { throw PackageReader.refusal(error, part: nil) }
      // The archive has been opened before. That it is none is also what the library says where it
      // gets no memory for the directory, and then it says something else the next time.
      if error.code == .notAnArchive, !isSecondLook {
        return try inconsistency(of: bytes, isSecondLook: true)
      }
      return error.message
    }
  }

  private mutating func archiveKind(_ package: inout PackageReader) throws(Refusal) -> FileKind {
    if package.contains("mimetype") {
      let type = String(decoding: try package.whole("mimetype", limit: 1024), as: UTF8.self)
      if type.hasPrefix(FileKind.ods.mediaType) { return .ods }
      attributes.mediaType = type.filter { $0.isASCII && !$0.isWhitespace }
      throw other("a document of the type \(attributes.mediaType)")
    }
    if package.contains("content.xml") { return .ods }
    let names = package.entries.keys
    if names.contains(where: { $0.hasPrefix("word/") }) { throw other("a Word document") }
    if names.contains(where: { $0.hasPrefix("ppt/") }) { throw other("a PowerPoint document") }
    if names.contains("xl/workbook.bin") { throw other("a binary workbook (XLSB)") }
    if package.contains("[Content_Types].xml") || package.contains("xl/workbook.xml") {
      return .xlsx
    }
    throw Refusal(
      .unsupported, "this is an archive of other files, which is not read",
      advice: "unpack it and add the files in it")
  }

  private func other(_ what: String) -> Refusal {
    Refusal(
      .unsupported, "this is \(what), which is not read",
      advice: "save its tables as XLSX, ODS or CSV and add that file")
  }

  /// Why a container of old Office files is refused.
  func compoundRefusal(_ bytes: Swift.Span<UInt8>) -> Refusal {
    // The directory of the container names its streams in UTF-16.
    if CompoundFile.names(in: bytes, "EncryptedPackage") { return .password }
    if CompoundFile.names(in: bytes, "Workbook") || CompoundFile.names(in: bytes, "Book") {
      return Refusal(
        .unsupported, "this is an old Excel file (XLS), which is not read",
        advice: "save it as XLSX or ODS and add that file")
    }
    return Refusal(
      .unsupported, "this is an old Office file (OLE2), which is not read",
      advice: "save its tables as XLSX, ODS or CSV and add that file")
  }
}

/// The container of old Office files, looked at no further than the names of its streams.
enum CompoundFile {
  /// Whether a name stands in the bytes in UTF-16 with a zero after it.
  static func names(in bytes: Swift.Span<UInt8>, _ name: String) -> Bool {
    var pattern: [UInt8] = []
    for unit in name.utf16 { pattern += [UInt8(truncatingIfNeeded: unit), 0] }
    pattern += [0, 0]
    // Entries of the directory begin at multiples of 128 bytes.
    var start = 512
    while start + pattern.count <= bytes.count {
      if bytes.extracting(start..<start + pattern.count).starts(with: pattern) { return true }
      start += 128
    }
    return false
  }
}
