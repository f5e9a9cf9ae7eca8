/// The names of elements and attributes of one text, found by their bytes.
@safe struct PlainXMLNames: ~Copyable {
  /// In place of the number of a name: the attribute declares a name space.
  static let declaration = 0
  /// In place of the number of a name: it is for the library.
  private static let unknown = -1
  private static let mostNames = 4096
  private static let longest = 256
  /// Names that meet in the table more often than this are made to meet: they are for the library.
  private static let mostMeetings = 32
  private static let word = 8

  enum Kind: UInt64 {
    case element
    case attribute
  }

  /// A name as the text writes it.
  struct Name: BitwiseCopyable {
    let key: UInt64
    /// Where its bytes lie among those of all names.
    let start: Int
    let count: Int
    /// Its number in the vocabulary of the reader.
    let number: Int
  }

  // The first one stands for declarations of name spaces.
  private var names = XMLList<Name>(capacity: 32)
  // Enough of others stand after each name to read a whole word at its end.
  private var bytes = XMLList<UInt8>(capacity: 512)
  // The names by their keys, at least twice as many places as names; zero where there is none.
  private var table: [Int32]
  private var spaces: [String: String] = ["xml": "http://www.w3.org/XML/1998/namespace"]

  init() {
    table = Array(repeating: 0, count: 64)
    names.append(Name(key: 0, start: 0, count: 0, number: -1))
  }

  subscript(name: Int) -> Name {
    @inline(__always) get { names[name] }
  }

  func bytes(of name: Int) -> [UInt8] {
    let name = names[name]
    return (name.start..<name.start + name.count).map { bytes[$0] }
  }

  /// Where a name ends that begins at a position; what is no plain name ends before its first
  /// character that is none of such names.
  @inline(__always)
  static func end(_ base: UnsafePointer<UInt8>, _ start: Int) -> Int {
    var position = start
    while unsafe isPart(base[position]) { position &+= 1 }
    return position
  }

  @inline(__always)
  private static func isPart(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return (letter >= 0x61 && letter <= 0x7A) || (byte >= 0x2D && byte <= 0x3A && byte != 0x2F)
      || byte == 0x5F
  }

  /// Whether some bytes begin with a name; a word more must be there.
  @inline(__always)
  func equals(_ name: Name, _ other: UnsafePointer<UInt8>) -> Bool {
    let own = unsafe UnsafeRawPointer(bytes.base + name.start)
    let other = unsafe UnsafeRawPointer(other)
    if name.count < PlainXMLNames.word {
      let mask = (1 &<< UInt64(truncatingIfNeeded: name.count &* 8)) &- 1 as UInt64
      return unsafe (own.loadUnaligned(as: UInt64.self) ^ other.loadUnaligned(as: UInt64.self))
        & mask == 0
    }
    var offset = 0
    let last = name.count &- PlainXMLNames.word
    while offset < last {
      if unsafe own.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        != other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      {
        return false
      }
      offset &+= PlainXMLNames.word
    }
    return unsafe own.loadUnaligned(fromByteOffset: last, as: UInt64.self)
      == other.loadUnaligned(fromByteOffset: last, as: UInt64.self)
  }

  /// The index of a name, or a negative number for one that the library must judge.
  @inline(__always)
  mutating func find(
    _ start: UnsafePointer<UInt8>, _ count: Int, _ kind: Kind, _ state: inout XMLState
  ) -> Int {
    guard count > 0 else { return PlainXMLNames.unknown }
    let key = unsafe PlainXMLNames.key(start, count, kind)
    var place = place(of: key)
    var meetings = 0
    while true {
      let name = Int(truncatingIfNeeded: table[place])
      if name == 0 { return unsafe add(start, count, key, kind, &state) }
      // The key of a short name is its bytes.
      let known = names[name]
      if known.key == key, known.count == count,
        count < PlainXMLNames.word || (unsafe equals(known, start))
      {
        return name
      }
      meetings &+= 1
      if meetings > PlainXMLNames.mostMeetings { return PlainXMLNames.unknown }
      place = (place &+ 1) & (table.count &- 1)
    }
  }

  @inline(__always)
  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 32) & (table.count &- 1)
  }

  /// The bytes of a short name; of a longer one its beginning and its end mixed.
  @inline(__always)
  private static func key(_ start: UnsafePointer<UInt8>, _ count: Int, _ kind: Kind) -> UInt64 {
    let bytes = unsafe UnsafeRawPointer(start)
    let first = unsafe bytes.loadUnaligned(as: UInt64.self)
    let mark = UInt64(truncatingIfNeeded: count) &<< 1 | kind.rawValue
    if count < word {
      return first & ((1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1) ^ mark &<< 56
    }
    let last = unsafe bytes.loadUnaligned(fromByteOffset: count &- word, as: UInt64.self)
    return (first ^ last &* 0xC2B2_AE3D_27D4_EB4F) ^ mark &<< 56
  }

  /// Takes in a name that is met for the first time.
  private mutating func add(
    _ start: UnsafePointer<UInt8>, _ count: Int, _ key: UInt64, _ kind: Kind,
    _ state: inout XMLState
  ) -> Int {
    let text = unsafe UnsafeBufferPointer(start: start, count: count)
    guard names.count < PlainXMLNames.mostNames, let colon = unsafe PlainXMLNames.colon(text)
    else { return PlainXMLNames.unknown }
    let prefix = unsafe String(decoding: text[..<max(colon, 0)], as: UTF8.self)
    let local = unsafe String(decoding: text[(colon + 1)...], as: UTF8.self)
    if kind == .attribute, prefix == "xmlns" || prefix.isEmpty && local == "xmlns" {
      return PlainXMLNames.declaration
    }
    // Attributes without a prefix are in no name space.
    let space = kind == .attribute && prefix.isEmpty ? "" : spaces[prefix]
    guard prefix != "xmlns", let space = space ?? (prefix.isEmpty ? "" : nil) else {
      return PlainXMLNames.unknown
    }
    let number = state.number(named: local, in: space)
    names.append(Name(key: key, start: bytes.count, count: count, number: number))
    for index in text.indices { bytes.append(unsafe text[index]) }
    for _ in 0..<PlainXMLNames.word { bytes.append(0) }
    var first = names.count - 1
    if names.count * 2 > table.count {
      table = Array(repeating: 0, count: table.count * 2)
      first = 1
    }
    for name in first..<names.count {
      var place = place(of: names[name].key)
      while table[place] != 0 { place = (place + 1) & (table.count - 1) }
      table[place] = Int32(name)
    }
    return names.count - 1
  }

  /// Where the colon stands in a name that is plain, -1 where it has none.
  private static func colon(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.count <= longest else { return nil }
    var colon = -1
    var isFirst = true
    for index in text.indices {
      let byte = unsafe text[index]
      if byte == UInt8(ascii: ":") {
        guard colon < 0, !isFirst else { return nil }
        colon = index
        isFirst = true
      } else {
        if isFirst, byte < 0x41 { return nil }
        isFirst = false
      }
    }
    return isFirst ? nil : colon
  }
}

extension PlainXMLNames {
  /// Takes the name spaces that the first tag declares; false where they are not plain.
  mutating func declareSpaces(of tag: [UInt8]) -> Bool {
    var found: [String: String] = [:]
    var nameStart = 0
    var place = 0
    while place < tag.count {
      let byte = tag[place]
      if PlainXMLCharacter.isBlank(byte) { nameStart = place + 1 }
      guard byte == UInt8(ascii: "=") else {
        place += 1
        continue
      }
      let name = tag[nameStart..<place]
      guard place + 1 < tag.count else { return false }
      let quote = tag[place + 1]
      var end = place + 2
      while end < tag.count, tag[end] != quote { end += 1 }
      guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), end < tag.count else {
        return false
      }
      if name.starts(with: PlainXMLNames.mark) {
        guard declare(name, tag[(place + 2)..<end], in: &found) else { return false }
      }
      nameStart = end + 1
      place = end + 1
    }
    spaces.merge(found) { $1 }
    return true
  }

  private static let mark = Array("xmlns".utf8)
  /// Addresses that XML itself keeps hold one of these.
  private static let kept = [
    Array("www.w3.org/XML/1998".utf8), Array("www.w3.org/2000/xmlns".utf8),
  ]

  /// Takes a declaration by its name and its address; false where it is not plain.
  private func declare(
    _ name: ArraySlice<UInt8>, _ address: ArraySlice<UInt8>, in found: inout [String: String]
  ) -> Bool {
    let rest = name.dropFirst(PlainXMLNames.mark.count)
    // A longer name that only begins so declares nothing.
    guard let colon = rest.first else {
      return PlainXMLNames.isPlain(address)
        && found.updateValue(String(decoding: address, as: UTF8.self), forKey: "") == nil
    }
    guard colon == UInt8(ascii: ":") else { return true }
    let prefix = rest.dropFirst()
    return !prefix.isEmpty && !prefix.starts(with: "xml".utf8) && PlainXMLNames.isPlain(address)
      && found.updateValue(
        String(decoding: address, as: UTF8.self), forKey: String(decoding: prefix, as: UTF8.self))
        == nil
  }

  private static func isPlain(_ address: ArraySlice<UInt8>) -> Bool {
    for index in address.indices {
      let byte = address[index]
      if byte <= 0x20 || byte >= 0x7F || byte == UInt8(ascii: "&") { return false }
      if byte == UInt8(ascii: "w"), kept.contains(where: { address[index...].starts(with: $0) }) {
        return false
      }
    }
    return !address.isEmpty
  }
}
