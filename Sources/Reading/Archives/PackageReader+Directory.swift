import Platform
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
    var isFirst = true
    var isOutside = false
    // A step up, or a first step that is a drive or nothing at all.
    func pass(_ step: ArraySlice<UInt8>, isLast: Bool) {
      if step.elementsEqual("..".utf8) { isOutside = true }
      if isFirst, !isLast, step.isEmpty || step.last == UInt8(ascii: ":") { isOutside = true }
      isFirst = false
    }
    let name = Array(entry.name.utf8)
    var start = 0
    for index in name.indices where name[index] == UInt8(ascii: "/") || name[index] == 0x5C {
      pass(name[start..<index], isLast: false)
      start = index + 1
    }
    pass(name[start...], isLast: true)
    if isOutside {
      throw Refusal(
        .hostile, "the archive holds an entry whose name leads out of it: '\(entry.name)'",
        advice: "do not use the file; ask its publisher for another")
    }
  }

  /// Refuses a package of which any part, read or not, reaches out of the file.
  mutating func refuseOutsideReferences() throws(Refusal) {
    let suffixes = [".xml", ".rels", ".vml"]
    for (name, entry) in entries.sorted(by: { $0.key < $1.key })
    where suffixes.contains(where: name.hasSuffix) {
      try lookAtHead(of: entry) { head throws(Refusal) in
        guard let fault = PackageReader.fault(of: head, in: name) else { return }
        throw Refusal(
          .hostile, "the part '\(name)' \(fault)",
          advice: "do not use the file; ask its publisher for another")
      }
    }
  }

  private static func fault(of head: Swift.Span<UInt8>, in name: String) -> String? {
    // What is looked for stands before or soon after the first element.
    if Bytes.first(0, in: head, from: 0) != nil {
      // In UTF-16 zeros stand between.
      let plain = head.copy.filter { $0 != 0 }
      return plain.isEmpty ? nil : fault(of: plain.span, in: name)
    }
    if head.declares("<!DOCTYPE") || head.declares("<!ENTITY") {
      return "declares a document type, which no workbook needs"
    }
    if name == "xl/xmlmaps.xml", head.copy.holds("schemaLocation=\"http") {
      return "asks for a schema from the network"
    }
    return nil
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

extension Swift.Span<UInt8> {
  /// Whether a word that begins with a bracket and an exclamation mark stands in the bytes.
  fileprivate func declares(_ word: String) -> Bool {
    let word = Array(word.utf8)
    var start = 1
    // The mark is rarer than the bracket.
    while let mark = Bytes.first(word[1], in: self, from: start) {
      if extracting((mark - 1)...).starts(with: word) { return true }
      start = mark + 1
    }
    return false
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
