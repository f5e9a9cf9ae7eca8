import Zip

/// The directory of an archive, checked before anything is unpacked.
extension PackageReader {
  static func directory(
    of archive: borrowing ZipArchive, _ limits: ReadingLimits
  ) throws(Refusal) -> [String: ZipArchive.Entry] {
    let count = archive.entryCount
    guard count <= limits.entriesPerArchive else {
      throw .limit(\.entriesPerArchive, of: limits, "the archive has \(count) entries")
    }
    var entries: [String: ZipArchive.Entry] = [:]
    var total = 0
    for index in 0..<count {
      let entry: ZipArchive.Entry
      do throws(ZipError) { entry = try archive.entry(at: index) } catch {
        throw refusal(error, part: nil)
      }
      try check(nameOf: entry)
      let (sum, isTooLarge) = total.addingReportingOverflow(entry.size)
      total = isTooLarge ? .max : sum
      try check(entry, size: entry.size, total: total, limits)
      // Programs differ in which of two equal names they read.
      guard entries.updateValue(entry, forKey: key(entry.name)) == nil else {
        throw Refusal(
          .hostile, "the archive holds two entries named '\(entry.name)'",
          advice: Refusal.saveAgain)
      }
    }
    return entries
  }

  private static func check(nameOf entry: ZipArchive.Entry) throws(Refusal) {
    let steps = entry.name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    let isAbsolute = steps.count > 1 && (steps[0].isEmpty || steps[0].hasSuffix(":"))
    if isAbsolute || steps.contains("..") {
      throw Refusal(
        .hostile, "the archive holds an entry whose name leads out of it: '\(entry.name)'",
        advice: "do not use the file; ask its publisher for another")
    }
  }

  /// Refuses a package of which any part, read or not, reaches out of the file.
  func refuseOutsideReferences() throws(Refusal) {
    let suffixes = [".xml", ".rels", ".vml"]
    for name in entries.keys.sorted() where suffixes.contains(where: name.hasSuffix) {
      // Both stand before or soon after the first element; in UTF-16 zeros stand between.
      let head = try head(of: name).filter { $0 != 0 }
      let fault: String
      if head.holds("<!DOCTYPE") || head.holds("<!ENTITY") {
        fault = "declares a document type, which no workbook needs"
      } else if name == "xl/xmlmaps.xml", head.holds("schemaLocation=\"http") {
        fault = "asks for a schema from the network"
      } else {
        continue
      }
      throw Refusal(
        .hostile, "the part '\(name)' \(fault)",
        advice: "do not use the file; ask its publisher for another")
    }
  }

  static func check(
    _ entry: ZipArchive.Entry, size: Int, total: Int, _ limits: ReadingLimits
  ) throws(Refusal) {
    if total > limits.unpackedBytes {
      throw .limit(\.unpackedBytes, of: limits, "the archive unpacks to at least \(total) bytes")
    }
    if size > limits.unpackedBytesOfAnyRatio,
      size / limits.unpackingRatio > max(entry.packedSize, 1)
    {
      throw .limit(
        \.unpackingRatio, of: limits,
        "the entry '\(entry.name)' unpacks from \(entry.packedSize) to \(size) bytes or more")
    }
  }

  /// A failure of the library as a refusal.
  static func refusal(_ error: ZipError, part: String?) -> Refusal {
    switch error.code {
    case .noPassword: .password
    case .unknownMethod:
      Refusal(
        .unsupported, "the entry '\(part ?? "")' is packed in a way that is not known",
        advice: Refusal.saveAgain)
    default:
      Refusal(
        .malformed, "the archive is damaged" + (part.map { " at '\($0)'" } ?? "") + ": \(error)",
        advice: Refusal.fetchAgain)
    }
  }
}

extension Refusal {
  static let saveAgain = "open the file in its program, save it again and add that file"
  static let fetchAgain = "fetch the file again"
  static let noSheet = Refusal(
    .malformed, "the workbook has no sheet of cells", advice: saveAgain)
  static let password = Refusal(
    .password, "the content is encrypted with a password",
    advice: "open the file with its password, save it without and add that file")
}
