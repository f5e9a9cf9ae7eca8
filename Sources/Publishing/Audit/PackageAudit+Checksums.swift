import JSON
import Platform

extension PackageAudit {
  /// Checks every file against `SHA256SUMS`, where the package has it: the descriptor names the
  /// hashes of the other files, but nothing else names its own.
  mutating func checkChecksums(_ descriptor: JSONValue) {
    let name = ChecksumFile.name
    func fault(_ row: Int?, _ message: String) -> PackageFault {
      PackageFault(.hashCount, file: name, row: row, message)
    }
    do throws(PublishingError) {
      let isThere = try publishing(name) { () throws(PlatformError) in
        try Files.kind(folder + "/" + name) != nil
      }
      guard isThere else { return }
      let bytes = try read(name)
      guard let text = String(validating: bytes, as: UTF8.self), text.hasSuffix("\n") else {
        return faults.append(fault(nil, "it is not UTF-8 that ends with a line end"))
      }
      var listed: Set<String> = []
      let lines = text.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() {
        guard let entry = ChecksumFile.Line(line) else {
          faults.append(fault(index + 1, "the line is no hash, two spaces and a path"))
          continue
        }
        listed.insert(entry.path)
        check(entry)
      }
      for path in paths(descriptor) where !listed.contains(path) {
        faults.append(fault(nil, "it does not list \(path.shown)"))
      }
    } catch { faults.append(PackageFault(.sourceError, file: error.file, error.reason)) }
  }

  private mutating func check(_ entry: ChecksumFile.Line) {
    // What the descriptor showed to be wrong need not be said twice.
    let isKnown = faults.contains {
      $0.file == entry.path && ($0.code == .hashCount || $0.code == .sourceError)
    }
    if isKnown { return }
    do throws(PublishingError) {
      let actual: String
      if let known = hashes[entry.path] {
        actual = known
      } else {
        actual = try FileFacts.hash(try read(entry.path), entry.path)
      }
      if actual != entry.sha256 {
        faults.append(
          PackageFault(
            .hashCount, file: entry.path,
            "its hash is sha256:\(actual), \(ChecksumFile.name) says \(entry.sha256)"))
      }
    } catch { faults.append(PackageFault(.sourceError, file: entry.path, error.reason)) }
  }

  /// The paths of all files that the descriptor names, and its own.
  private func paths(_ descriptor: JSONValue) -> [String] {
    let entries = (descriptor["resources"]?.array ?? []) + (descriptor["files"]?.array ?? [])
    return entries.compactMap { $0["path"]?.string } + [PackageDescriptor.fileName]
  }
}
