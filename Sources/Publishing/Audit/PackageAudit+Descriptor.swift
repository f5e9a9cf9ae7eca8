import JSON
import JapaneseText
import Platform

extension PackageAudit {
  /// Lists of the descriptor, and what each entry must have one of.
  private static let named = [
    ("licenses", ["name", "path"]), ("sources", ["title", "path"]), ("contributors", ["title"]),
  ]

  /// Checks what the descriptor says of the package as a whole.
  mutating func checkPackage(_ descriptor: JSONValue) {
    func fault(_ message: String) -> PackageFault {
      PackageFault(.packageError, file: PackageDescriptor.fileName, message)
    }
    guard descriptor.members != nil else { return faults.append(fault("it is no JSON object")) }
    if descriptor["$schema"]?.string != PackageDescriptor.schemaAddress {
      faults.append(fault("$schema must be \(PackageDescriptor.schemaAddress)"))
    }
    if let name = descriptor["name"], !(name.string?.isPackageName ?? false) {
      faults.append(fault("name \(name.line) must be of small letters, digits, . - and _"))
    }
    if let created = descriptor["created"], !(created.string?.isTimestamp ?? false) {
      faults.append(fault("created \(created.line) is no RFC 3339 time"))
    }
    for (list, keys) in PackageAudit.named {
      for (index, entry) in (descriptor[list]?.array ?? []).enumerated()
      where !keys.contains(where: { !(entry[$0]?.string ?? "").isEmpty }) {
        faults.append(fault("\(list)[\(index)] has no \(keys.joined(separator: " and no "))"))
      }
    }
    guard let resources = descriptor["resources"]?.array, !resources.isEmpty else {
      return faults.append(fault("resources must be a list of at least one resource"))
    }
    var seen: Set<String> = []
    for name in resources.compactMap({ $0["name"]?.string }) where !seen.insert(name).inserted {
      faults.append(fault("two resources have the name \(name.shown)"))
    }
  }

  /// Checks what the descriptor says of a table; gives its rules.
  mutating func tableRule(_ resource: JSONValue, _ position: String) -> TableRule? {
    let path = resource["path"]?.string ?? PackageDescriptor.fileName
    func fault(_ code: PackageFault.Code, _ message: String) -> PackageFault {
      PackageFault(code, file: path, message)
    }
    guard let name = resource["name"]?.string, !name.isEmpty else {
      faults.append(fault(.resourceError, "\(position) has no name"))
      return nil
    }
    if let encoding = resource["encoding"], encoding.string != "utf-8" {
      faults.append(fault(.resourceError, "encoding must be utf-8, not \(encoding.line)"))
    }
    guard resource["type"]?.string == "table" else {
      faults.append(fault(.resourceError, "type must be table"))
      return nil
    }
    do { return try TableRule(resource, path: path) } catch {
      faults.append(fault(.schemaError, error.reason))
      return nil
    }
  }

  /// Checks that a file is where the descriptor says and has its size and hash; gives its bytes.
  mutating func checkFile(_ entry: JSONValue, _ position: String) -> [UInt8]? {
    guard let path = entry["path"]?.string, PackagePath.isSafe(path) else {
      let shown = entry["path"]?.line ?? "nothing"
      faults.append(
        PackageFault(
          .resourceError, file: PackageDescriptor.fileName,
          "\(position).path must lead into the package's folder, not to \(shown)"))
      return nil
    }
    do throws(PublishingError) {
      let bytes = try read(path)
      if let declared = entry["bytes"], declared.integer != Int64(bytes.count) {
        faults.append(
          PackageFault(
            .byteCount, file: path, "it has \(bytes.count) bytes, declared are \(declared.line)"))
      }
      try checkHash(entry["hash"], of: bytes, path)
      if asksSQLite, path.hasSuffix(".sqlite") {
        for message in try SQLiteFile.faults(in: folder + "/" + path) {
          faults.append(PackageFault(.databaseError, file: path, message))
        }
      }
      return bytes
    } catch {
      faults.append(PackageFault(.sourceError, file: path, error.reason))
      return nil
    }
  }

  /// Reads a file of the package; a link or a device is none.
  func read(_ path: String) throws(PublishingError) -> [UInt8] {
    try publishing(path) { () throws(PlatformError) in
      guard try Files.kind(folder + "/" + path) == .file else {
        throw PlatformError("read as a file", path, code: .notFound)
      }
      return try Files.read(folder + "/" + path)
    }
  }

  private mutating func checkHash(
    _ hash: JSONValue?, of bytes: [UInt8], _ path: String
  ) throws(PublishingError) {
    guard let hash else { return }
    guard let text = hash.string, text.hasPrefix("sha256:"), text.utf8.count == 71,
      text.utf8.dropFirst(7).allSatisfy({ $0.isHexadecimalDigit })
    else {
      return faults.append(
        PackageFault(
          .resourceError, file: path, "hash \(hash.line) is not sha256: and 64 hexadecimal digits"))
    }
    let actual = try FileFacts.hash(bytes, path)
    hashes[path] = actual
    if text.lowercased() != "sha256:" + actual {
      faults.append(
        PackageFault(.hashCount, file: path, "its hash is sha256:\(actual), declared is \(text)"))
    }
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}

extension String {
  fileprivate var isPackageName: Bool {
    !isEmpty
      && utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
      }
  }

  /// Whether it is a time such as `2022-06-03T00:00:00Z` or `…T09:00:00.5+09:00`.
  fileprivate var isTimestamp: Bool {
    let bytes = Array(utf8)
    guard bytes.count >= 20, let day = String(validating: bytes[..<10], as: UTF8.self),
      Day(iso: day) != nil, bytes[10] == UInt8(ascii: "T"),
      String.isTime(bytes[11..<19], parts: 3)
    else { return false }
    var rest = bytes[19...]
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
      if digits.isEmpty { return false }
      rest = rest.dropFirst(1 + digits.count)
    }
    if rest.elementsEqual([UInt8(ascii: "Z")]) { return true }
    guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      return false
    }
    return String.isTime(rest.dropFirst(), parts: 2)
  }

  private static func isTime(_ bytes: ArraySlice<UInt8>, parts count: Int) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == count else { return false }
    for (part, limit) in zip(parts, [24, 60, 61]) {
      guard part.count == 2, part.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = String(validating: part, as: UTF8.self).flatMap({ Int($0) }), number < limit
      else { return false }
    }
    return true
  }
}
