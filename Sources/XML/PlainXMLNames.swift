/// The names of elements and attributes of one text, found by their bytes.
@safe struct PlainXMLNames {
  /// In place of the number of a name: the attribute declares a name space.
  static let declaration = 0
  /// In place of the number of a name: it is for the library.
  private static let unknown = -1
  private static let mostNames = 4096
  private static let slots = 512
  private static let xmlSpace = "http://www.w3.org/XML/1998/namespace"

  enum Kind: UInt64 {
    case element
    case attribute
  }

  /// A name as the text writes it.
  struct Name {
    let bytes: [UInt8]
    /// Its number in the vocabulary of the reader.
    let number: Int

    /// Whether some bytes begin with the name.
    @inline(__always)
    func equals(_ other: UnsafePointer<UInt8>) -> Bool {
      for index in bytes.indices where unsafe bytes[index] != other[index] { return false }
      return true
    }
  }

  private let vocabulary: XMLVocabulary
  // The first one stands for declarations of name spaces.
  private var names = [Name(bytes: [], number: -1)]
  private var numbers: [String: Int] = [:]
  private var recent = [(key: UInt64, name: Int)](repeating: (0, -1), count: slots)
  private var all: [[UInt8]: Int] = [:]
  private var spaces: [String: String] = ["xml": xmlSpace]

  init(_ vocabulary: XMLVocabulary) {
    self.vocabulary = vocabulary
  }

  subscript(name: Int) -> Name { names[name] }

  /// Where a name ends that begins at a position; what is no plain name ends before its first
  /// character that is none of such names.
  static func end(_ base: UnsafePointer<UInt8>, _ start: Int) -> Int {
    var position = start
    while unsafe isPart(base[position]) { position += 1 }
    return position
  }

  @inline(__always)
  private static func isPart(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return (letter >= 0x61 && letter <= 0x7A) || (byte >= 0x2D && byte <= 0x3A && byte != 0x2F)
      || byte == 0x5F
  }

  /// The index of a name, or a negative number for one that the library must judge.
  mutating func find(
    _ start: UnsafePointer<UInt8>, _ count: Int, _ kind: Kind, _ state: inout XMLState
  ) -> Int {
    guard count > 0 else { return PlainXMLNames.unknown }
    let key = unsafe PlainXMLNames.key(start, count, kind)
    let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 55)
    if recent[slot].key == key {
      let name = recent[slot].name
      if count == names[name].bytes.count, unsafe names[name].equals(start) { return name }
    }
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    let name = add(bytes, kind, &state)
    // A declaration has no bytes to be known by.
    if name > 0 { recent[slot] = (key, name) }
    return name
  }

  /// The bytes of a short name; of a longer one its beginning and its end mixed.
  @inline(__always)
  private static func key(_ start: UnsafePointer<UInt8>, _ count: Int, _ kind: Kind) -> UInt64 {
    let bytes = unsafe UnsafeRawPointer(start)
    let first = unsafe bytes.loadUnaligned(as: UInt64.self)
    let mark = UInt64(truncatingIfNeeded: count) &<< 1 | kind.rawValue
    if count < 8 {
      return first & ((1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1) ^ mark &<< 56
    }
    let last = unsafe bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    return (first ^ last &* 0xC2B2_AE3D_27D4_EB4F) ^ mark &<< 56
  }

  private mutating func add(_ bytes: [UInt8], _ kind: Kind, _ state: inout XMLState) -> Int {
    let key = [UInt8(truncatingIfNeeded: kind.rawValue)] + bytes
    if let known = all[key] { return known }
    guard names.count < PlainXMLNames.mostNames, let parts = PlainXMLNames.parts(bytes) else {
      return PlainXMLNames.unknown
    }
    if kind == .attribute, parts.prefix == "xmlns" || parts.prefix.isEmpty && parts.local == "xmlns"
    {
      return PlainXMLNames.declaration
    }
    // Attributes without a prefix are in no name space.
    let space = kind == .attribute && parts.prefix.isEmpty ? "" : spaces[parts.prefix]
    guard parts.prefix != "xmlns", let space = space ?? (parts.prefix.isEmpty ? "" : nil) else {
      return PlainXMLNames.unknown
    }
    let number = state.number(named: parts.local, in: space)
    names.append(Name(bytes: bytes, number: number))
    all[key] = names.count - 1
    return names.count - 1
  }

  /// The prefix and the rest of a name that is plain.
  private static func parts(_ bytes: [UInt8]) -> (prefix: String, local: String)? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count <= 2, bytes.count <= 256 else { return nil }
    for part in parts {
      guard let first = part.first, first >= 0x41 else { return nil }
    }
    let local = String(decoding: parts[parts.count - 1], as: UTF8.self)
    return (parts.count == 2 ? String(decoding: parts[0], as: UTF8.self) : "", local)
  }
}

extension PlainXMLNames {
  /// Takes the name spaces that the first tag declares; false where they are not plain.
  mutating func declareSpaces(of tag: [UInt8]) -> Bool {
    var rest = tag[...]
    var found: [String: String] = [:]
    while let place = rest.firstIndex(of: UInt8(ascii: "=")) {
      let start = rest[..<place].lastIndex { PlainXMLCharacter.isBlank($0) } ?? place
      let name = String(
        decoding: rest[rest.index(after: start)..<max(place, start + 1)], as: UTF8.self)
      guard place + 1 < rest.endIndex else { return false }
      let quote = rest[place + 1]
      let value = rest[(place + 2)...]
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = value.firstIndex(of: quote)
      else { return false }
      if name == "xmlns" || name.hasPrefix("xmlns:") {
        let prefix = String(name.dropFirst(6))
        let address = String(decoding: value[..<end], as: UTF8.self)
        guard !address.isEmpty, !address.utf8.contains(where: { $0 <= 0x20 || $0 >= 0x7F }),
          !address.contains("&"), !address.contains("www.w3.org/XML/1998"),
          !address.contains("www.w3.org/2000/xmlns"), !prefix.hasPrefix("xml"),
          name == "xmlns" || !prefix.isEmpty, found.updateValue(address, forKey: prefix) == nil
        else { return false }
      }
      rest = value[(end + 1)...]
    }
    spaces.merge(found) { $1 }
    return true
  }
}
