/// Steps through XML as nearly all files write it, many times faster than the library.
///
/// It knows UTF-8, elements, attributes, text and the references of XML itself; name spaces are
/// declared at the first element only. Whatever else comes, and every fault, is left to the
/// library: the scanner stops before it and says what the library must read to go on there.
@safe struct PlainXMLScanner: ~Copyable {
  /// So many zero bytes must follow the bytes that are scanned.
  static let padding = 16
  /// A tag or text longer than this is left to the library.
  private static let longest = 1 << 20
  private static let mostAttributes = 64

  /// In place of the end of a token: it is not complete.
  static let incomplete = -1
  /// In place of the end of a token: it is for the library.
  static let notPlain = -2

  private var line = 1
  private var names: PlainXMLNames
  private var open = XMLList<Int>(capacity: 16)
  private var stage = Stage.start
  private var root = 0
  private var rootTag: [UInt8] = []
  // The attributes of the tag that is being read: their names, and which hold references.
  private var attributeNames = XMLList<Int>(capacity: 16)
  private var referring = XMLList<Int>(capacity: 16)
  private let maxDepth: Int

  private enum Stage {
    case start
    case prolog
    case inside
    case after
  }

  init(maxDepth: Int) {
    names = PlainXMLNames()
    self.maxDepth = maxDepth
  }

  /// Whether the first element has ended.
  var isComplete: Bool { stage == .after }

  /// What the library must read, without its events, to stand where the scanner stands.
  var replay: [UInt8] {
    if stage == .start { return [] }
    // A declaration may not come twice: after a blank the library takes none.
    if stage == .prolog { return [0x20] + [UInt8](repeating: 0x0A, count: line - 1) }
    let isClosed = rootTag[rootTag.count - 2] == UInt8(ascii: "/")
    let end = rootTag.count - (isClosed ? 2 : 1)
    // Line ends before the end of the first tag bring the library to the right line; it does not
    // begin with less than four bytes.
    let lineEnds = rootTag.count { $0 == 0x0A }
    var text = Array(rootTag[..<end]) + [0x20, 0x20]
    text += repeatElement(0x0A, count: max(0, line - 1 - lineEnds))
    text += rootTag[end...]
    for depth in 0..<open.count where depth > 0 {
      text += [0x3C] + names.bytes(of: open[depth]) + [0x3E]
    }
    if stage == .after, !isClosed { text += [0x3C, 0x2F] + names.bytes(of: root) + [0x3E] }
    return text
  }
}

extension PlainXMLScanner {
  /// Scans some bytes, adds what it finds to a state, and says how far it came and whether it can
  /// go on when more bytes follow; references are replaced in place.
  mutating func scan(
    _ base: UnsafeMutablePointer<UInt8>, _ count: Int, into state: inout XMLState
  ) -> (end: Int, isPlain: Bool) {
    var position = 0
    while true {
      let line = line
      let end =
        switch stage {
        case .start: unsafe passDeclaration(base, count)
        case .prolog, .after: unsafe passBlanks(base, position, count, &state)
        case .inside:
          if unsafe base[position] != UInt8(ascii: "<") {
            unsafe text(base, position, count, &state)
          } else if unsafe base[position + 1] == UInt8(ascii: "/") {
            unsafe endTag(base, position, count, &state)
          } else {
            unsafe startTag(base, position, count, &state)
          }
        }
      if end < 0 {
        self.line = line
        let isLong = count - position > PlainXMLScanner.longest
        return (position, end == PlainXMLScanner.incomplete && !isLong)
      }
      position = end
    }
  }

  private mutating func passDeclaration(_ base: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    guard count >= 8 else { return PlainXMLScanner.incomplete }
    var position = 0
    // A mark of UTF-8 says nothing new.
    if unsafe base[0] == 0xEF, unsafe base[1] == 0xBB, unsafe base[2] == 0xBF { position = 3 }
    guard unsafe base[position] == UInt8(ascii: "<") else { return PlainXMLScanner.notPlain }
    let end = unsafe PlainXMLDeclaration.end(base, position, count)
    if end >= 0 { stage = .prolog }
    return end
  }

  private mutating func passBlanks(
    _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ count: Int, _ state: inout XMLState
  ) -> Int {
    var position = start
    while unsafe PlainXMLCharacter.isBlank(base[position]) || base[position] == 0x0D {
      if unsafe base[position] == 0x0A { line += 1 }
      position += 1
    }
    if position > start { return position }
    if position == count { return PlainXMLScanner.incomplete }
    guard stage == .prolog, unsafe base[position] == UInt8(ascii: "<") else {
      return PlainXMLScanner.notPlain
    }
    return unsafe startRoot(base, position, count, &state)
  }

  private mutating func startRoot(
    _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ count: Int, _ state: inout XMLState
  ) -> Int {
    var end = start
    while end < count, unsafe base[end] != UInt8(ascii: ">") { end += 1 }
    guard end < count else { return PlainXMLScanner.incomplete }
    let tag = unsafe Array(UnsafeBufferPointer(start: base + start, count: end + 1 - start))
    guard names.declareSpaces(of: tag) else { return PlainXMLScanner.notPlain }
    let next = unsafe startTag(base, start, count, &state)
    // A bracket in a value would end the copy too early.
    guard next == end + 1 else { return PlainXMLScanner.notPlain }
    rootTag = tag
    return next
  }

  private mutating func endTag(
    _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ count: Int, _ state: inout XMLState
  ) -> Int {
    let last = open.count &- 1
    guard last >= 0 else { return PlainXMLScanner.notPlain }
    let name = names[open[last]]
    let end = start &+ 2 &+ name.count
    guard end < count else { return PlainXMLScanner.incomplete }
    guard unsafe names.equals(name, base + start + 2), unsafe base[end] == UInt8(ascii: ">") else {
      return PlainXMLScanner.notPlain
    }
    state.plainEnd(name.number, line: line)
    open.removeAll(from: last)
    if last == 0 { stage = .after }
    return end &+ 1
  }

  private mutating func text(
    _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ count: Int, _ state: inout XMLState
  ) -> Int {
    var position = start
    var hasReference = false
    while true {
      let byte = unsafe base[position]
      if PlainXMLCharacter.isPlainInText(byte) {
        position &+= 1
      } else if byte >= 0x80 {
        let length = unsafe PlainXMLCharacter.length(base + position)
        if length == 0 {
          let isCutOff = position + 4 > count
          return isCutOff ? PlainXMLScanner.incomplete : PlainXMLScanner.notPlain
        }
        position &+= length
      } else if byte == UInt8(ascii: "<") {
        break
      } else if byte == UInt8(ascii: "&") {
        let end = unsafe PlainXMLReference.end(base, position, count)
        if end < 0 { return end }
        hasReference = true
        position = end
      } else if byte >= 0x20 || byte == 0x09 || byte == 0x0A {
        // What ends a marked section may not stand here; two brackets are hint enough.
        if byte == UInt8(ascii: "]"), unsafe base[position + 1] == byte {
          return PlainXMLScanner.notPlain
        }
        if byte == 0x0A { line += 1 }
        position += 1
      } else {
        return position == count ? PlainXMLScanner.incomplete : PlainXMLScanner.notPlain
      }
    }
    let end =
      hasReference ? unsafe PlainXMLReference.replace(base, start..<position) : position
    state.plainText(start..<end, line: line)
    return position
  }
}

extension PlainXMLScanner {
  private mutating func startTag(
    _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ count: Int, _ state: inout XMLState
  ) -> Int {
    let nameEnd = unsafe PlainXMLNames.end(base, start &+ 1)
    guard nameEnd < count else { return PlainXMLScanner.incomplete }
    let name = unsafe names.find(base + start + 1, nameEnd &- start &- 1, .element, &state)
    guard name >= 0, open.count < maxDepth else { return PlainXMLScanner.notPlain }
    let first = state.attributes.count
    let end = unsafe attributes(base, nameEnd, count, &state)
    guard end >= 0 else {
      state.dropAttributes(from: first)
      return end
    }
    for place in 0..<referring.count {
      let index = referring[place]
      let range = state.attributes[index].range
      let end = unsafe PlainXMLReference.replace(base, range)
      state.shortenAttribute(index, to: range.lowerBound..<end)
    }
    let number = names[name].number
    state.plainStart(number, attributesFrom: first, line: line)
    if stage == .prolog { root = name }
    stage = .inside
    if unsafe base[end - 2] == UInt8(ascii: "/") {
      state.plainEnd(number, line: line)
      if open.count == 0 { stage = .after }
    } else {
      open.append(name)
    }
    return end
  }

  /// Reads the attributes of a tag and passes its end.
  private mutating func attributes(
    _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ count: Int, _ state: inout XMLState
  ) -> Int {
    attributeNames.removeAll()
    referring.removeAll()
    var position = start
    while true {
      let blanks = position
      while unsafe PlainXMLCharacter.isBlank(base[position]) {
        if unsafe base[position] == 0x0A { line += 1 }
        position += 1
      }
      let byte = unsafe base[position]
      if byte == UInt8(ascii: ">") { return position + 1 }
      if byte == UInt8(ascii: "/") {
        if position + 1 >= count { return PlainXMLScanner.incomplete }
        let isEnd = unsafe base[position + 1] == UInt8(ascii: ">")
        return isEnd ? position + 2 : PlainXMLScanner.notPlain
      }
      if position >= count { return PlainXMLScanner.incomplete }
      guard position > blanks, attributeNames.count < PlainXMLScanner.mostAttributes else {
        return PlainXMLScanner.notPlain
      }
      position = unsafe attribute(base, position, count, &state)
      if position < 0 { return position }
    }
  }

  @inline(__always)
  private mutating func attribute(
    _ base: UnsafeMutablePointer<UInt8>, _ start: Int, _ count: Int, _ state: inout XMLState
  ) -> Int {
    let nameEnd = unsafe PlainXMLNames.end(base, start)
    guard nameEnd + 2 < count else { return PlainXMLScanner.incomplete }
    let quote = unsafe base[nameEnd + 1]
    guard unsafe base[nameEnd] == UInt8(ascii: "="),
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    else { return PlainXMLScanner.notPlain }
    let name = unsafe names.find(base + start, nameEnd &- start, .attribute, &state)
    guard name >= 0, name == PlainXMLNames.declaration || !attributeNames.contains(name) else {
      return PlainXMLScanner.notPlain
    }
    // Name spaces are declared at the first element only.
    guard name != PlainXMLNames.declaration || stage == .prolog else {
      return PlainXMLScanner.notPlain
    }
    var position = nameEnd + 2
    var hasReference = false
    while true {
      let byte = unsafe base[position]
      if byte == quote { break }
      if PlainXMLCharacter.isPlainInText(byte) {
        position &+= 1
      } else if byte >= 0x80 {
        let length = unsafe PlainXMLCharacter.length(base + position)
        if length == 0 {
          let isCutOff = position + 4 > count
          return isCutOff ? PlainXMLScanner.incomplete : PlainXMLScanner.notPlain
        }
        position &+= length
      } else if byte == UInt8(ascii: "&") {
        let end = unsafe PlainXMLReference.end(base, position, count)
        if end < 0 { return end }
        hasReference = true
        position = end
      } else if byte >= 0x20, byte != UInt8(ascii: "<") {
        position += 1
      } else {
        return position == count ? PlainXMLScanner.incomplete : PlainXMLScanner.notPlain
      }
    }
    guard name != PlainXMLNames.declaration else { return position + 1 }
    attributeNames.append(name)
    if hasReference { referring.append(state.attributes.count) }
    state.plainAttribute(names[name].number, nameEnd + 2..<position)
    return position + 1
  }
}
