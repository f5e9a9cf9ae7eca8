import Model
import RawBytes
import Zip

/// One table of a source as CSV.
extension Source {
  /// So many bytes are written at a time.
  private static var bytesPerWrite: Int { 1 << 18 }

  /// Copies the table of a long delimited text piece by piece; false where the source is something
  /// else, or must be looked at as a whole.
  mutating func copyTable(
    of stream: inout TextStream, to sink: inout some TableSink & ~Copyable
  ) throws(Refusal) -> Bool {
    guard Signature.find(in: stream.head) == nil, let head = stream.headText(settings) else {
      return false
    }
    // What begins with a bracket may be of another kind, and only the whole of it shows that.
    let first = head.bytes.first { $0 > 0x20 }
    let brackets = ["<", "{", "["] as [Unicode.Scalar]
    guard let first, !brackets.contains(Unicode.Scalar(first)),
      head.bytes.count >= Delimiting.sampleLength
    else { return false }
    let looks = TextLooks(head.bytes, path: path, settings: settings)
    guard looks.kind == .csv else { return false }
    attributes.encoding = head.encoding.rawValue
    note(looks)
    stream.begin(head.encoding)
    var copy = delimitedCopy(head.bytes)
    var text = ByteBuffer(capacity: 2 * TextStream.bytesPerPiece)
    while true {
      let step = stream.next(into: &text)
      if step == .odd { return false }
      let taken = try copy.take(text.bytes, isLast: step == .last)
      text.removeFirst(taken)
      if step == .last || copy.output.count >= Source.bytesPerWrite {
        try sink.write(copy.output.bytes)
        copy.output.removeAll()
      }
      if step == .last { break }
    }
    copy.report(into: &findings)
    return true
  }

  private mutating func delimitedCopy(_ head: [UInt8]) -> DelimitedCopy {
    let shape = identifyDelimited(head)
    let check = DelimitedCheck(width: shape.width, header: settings.header, like: findings)
    return DelimitedCopy(shape, quote: settings.quote, check: check, limits: limits)
  }

  /// Copies a table of a source that is at hand.
  mutating func copyTable(
    of bytes: Swift.Span<UInt8>, named name: String?, to sink: inout some TableSink & ~Copyable
  ) throws(Refusal) {
    try checkSize(bytes.count)
    switch Signature.find(in: bytes) {
    case .zip:
      var package = try openPackage(bytes)
      let kind = try identifyPackage(&package, bytes)
      if kind == .ods {
        try copyODS(&package, sheet: name, to: &sink)
      } else {
        try copyXLSX(&package, sheet: name, to: &sink)
      }
    case .gzip:
      let unpacked = try unpackOnce(bytes)
      try copyTable(of: unpacked.span, named: name, to: &sink)
    case nil:
      let text = try decode(bytes)
      let looks = try looks(of: text)
      guard looks.kind == .csv, name == nil else {
        return try copySheet(of: try readDecoded(text, looks), named: name, to: &sink)
      }
      note(looks)
      try copyDelimited(text, to: &sink)
    default: try copySheet(of: try read(bytes), named: name, to: &sink)
    }
  }

  private mutating func copyDelimited(
    _ text: [UInt8], to sink: inout some TableSink & ~Copyable
  ) throws(Refusal) {
    var copy = delimitedCopy(text)
    var start = 0
    var end = 0
    while end < text.count {
      end = min(max(end, start) + Source.bytesPerWrite, text.count)
      start += try copy.take(text.span.extracting(start..<end), isLast: end == text.count)
      try sink.write(copy.output.bytes)
      copy.output.removeAll()
    }
    copy.report(into: &findings)
  }

  /// Copies a table of a source that was read whole.
  private mutating func copySheet(
    of content: Document.Content, named name: String?, to sink: inout some TableSink & ~Copyable
  ) throws(Refusal) {
    let sheets = if case .sheets(let sheets) = content { sheets } else { tables }
    let index = try Source.choose(name, among: sheets.map { ($0.name, $0.isHidden) })
    try copy(sheets[index], to: &sink)
  }

  /// Copies a sheet that was read whole.
  mutating func copy(_ sheet: Sheet, to sink: inout some TableSink & ~Copyable) throws(Refusal) {
    let layout = CSVRows.Layout(width: sheet.columnCount)
    var rows = CSVRows(name: sheet.name, layout: layout, limits: limits)
    for cell in sheet.cells {
      rows.add(cell)
      try rows.flush(to: &sink, atLeast: Source.bytesPerWrite)
    }
    try rows.end(into: &findings)
    try rows.flush(to: &sink)
  }

  /// The sheet of some name, or the first that is not hidden.
  static func choose(
    _ name: String?, among sheets: [(name: String, isHidden: Bool)]
  ) throws(Refusal) -> Int {
    guard !sheets.isEmpty else {
      throw Refusal(
        .unsupported, "the source holds no table", advice: "read it without '--csv'")
    }
    guard let name else { return sheets.firstIndex { !$0.isHidden } ?? 0 }
    guard let index = sheets.firstIndex(where: { $0.name == name }) else {
      let known = sheets.map { "'\($0.name)'" }.joined(separator: ", ")
      throw Refusal(
        .unsupported, "the source has no sheet named '\(name)'",
        advice: "name one of its sheets: \(known)")
    }
    return index
  }
}
