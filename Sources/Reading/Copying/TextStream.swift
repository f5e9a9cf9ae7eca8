import Model
import Platform
import RawBytes

/// A long text in UTF-8 or CP932, decoded piece by piece; anything odd in it ends the stream.
struct TextStream: ~Copyable {
  static let bytesPerPiece = 1 << 18

  /// How a step of the stream went.
  enum Step {
    case more
    case last
    /// What follows must be looked at as a whole.
    case odd
  }

  private let file: OpenFile
  private let path: String
  private let size: Int
  private var raw: [UInt8]
  private var filled = 0
  private var total = 0
  private var isAtEnd = false
  private var isAtStart = true
  private var encoding = TextEncoding.utf8
  /// Why the file could not be read on.
  private(set) var failure: PlatformError?

  private init(_ file: consuming OpenFile, _ path: String, size: Int) {
    self.file = file
    self.path = path
    self.size = size
    // One byte more than a short file has shows that it has ended.
    raw = [UInt8](repeating: 0, count: min(TextStream.bytesPerPiece, size + 1))
  }

  /// Opens a file of at most `limit` bytes and reads its beginning.
  static func open(_ path: String, limit: Int) throws(PlatformError) -> TextStream {
    let file = try OpenFile(path, .read)
    let size = try file.size
    if size > limit { throw PlatformError("read", path, code: .tooLarge) }
    var stream = TextStream(file, path, size: size)
    while stream.filled < stream.raw.count, !stream.isAtEnd { try stream.fill() }
    return stream
  }

  private mutating func fill() throws(PlatformError) {
    let count = try file.read(into: &raw, from: filled)
    filled += count
    total += count
    isAtEnd = count == 0
    // A file that changes meanwhile would be read half old and half new.
    guard total <= size, !isAtEnd || total == size else {
      throw PlatformError("read", path, code: .changed)
    }
  }

  /// Whether the beginning is all there is.
  var isWhole: Bool { isAtEnd }

  /// The beginning, before the first step.
  var head: Swift.Span<UInt8> {
    @_lifetime(borrow self) get { raw.span.extracting(..<filled) }
  }

  /// The text of the beginning up to a line end and its encoding, where that leaves no doubt.
  func headText(_ settings: ReadingSettings) -> DecodedText? {
    guard let end = raw[..<filled].lastIndex(of: 0x0A) else { return nil }
    let whole = raw.span.extracting(...end)
    guard EncodingDeclaration.find(in: whole) == nil else { return nil }
    let detection =
      settings.encoding.map {
        EncodingDetector.Detection(text: TextDecoder.decode(whole, as: $0), isCertain: true)
      } ?? EncodingDetector.detect(whole)
    guard detection.isCertain, detection.text.faults.isEmpty else { return nil }
    switch detection.text.encoding {
    case .utf8: break
    case .cp932:
      // Bytes that can be read in EUC-JP too are judged as a whole.
      if settings.encoding == nil, TextDecoder.decode(whole, as: .eucJP).faults.isEmpty {
        return nil
      }
    default: return nil
    }
    return detection.text
  }

  /// Says what the text is in, before the first step.
  mutating func begin(_ encoding: TextEncoding) { self.encoding = encoding }

  /// Decodes the next piece and appends it to a text.
  mutating func next(into text: inout ByteBuffer) -> Step {
    do throws(PlatformError) {
      if filled < raw.count, !isAtEnd { try fill() }
    } catch {
      failure = error
      return .odd
    }
    // The bytes may not be a part of the stream while it is changed.
    var raw: [UInt8] = []
    swap(&raw, &self.raw)
    let used = decode(raw.span.extracting(..<filled), into: &text)
    swap(&raw, &self.raw)
    let rest = filled - used
    // A character may be cut off at the end of a piece.
    guard used >= 0, rest <= (isAtEnd ? 0 : 3) else { return .odd }
    for index in 0..<rest { self.raw[index] = self.raw[used + index] }
    filled = rest
    return isAtEnd ? .last : .more
  }

  /// How many bytes were decoded; a negative number where something odd is among them.
  private mutating func decode(_ bytes: Swift.Span<UInt8>, into text: inout ByteBuffer) -> Int {
    // Zero bytes may be those of UTF-16, escapes those of ISO-2022-JP.
    for byte in [0x00, 0x1B] as [UInt8] where Bytes.first(byte, in: bytes, from: 0) != nil {
      return -1
    }
    guard encoding == .utf8 else {
      return PairTable.cp932.decode(bytes, isLast: isAtEnd, into: &text)
    }
    let hasMark = isAtStart && bytes.starts(with: TextEncoding.utf8.byteOrderMark)
    isAtStart = false
    let start = hasMark ? 3 : 0
    let piece = bytes.extracting(start...)
    let (end, hasReplacement) = piece.wellFormed
    guard !hasReplacement else { return -1 }
    text.append(contentsOf: piece.extracting(..<end))
    return start + end
  }
}

extension PairTable {
  /// Windows code page 932.
  fileprivate static let cp932 = PairTable { first, second in
    switch first {
    case 0xA1...0xDF: return (TextDecoder.halfWidth(first), 1)
    case 0x81...0x9F, 0xE0...0xFC:
      let unit = TextDecoder.pair(first, second, JapaneseTable.windows)
      return unit == 0 ? nil : (unit, 2)
    default: return nil
    }
  }
}
