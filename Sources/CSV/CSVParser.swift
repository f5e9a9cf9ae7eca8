import CCSV

/// Cuts delimited text into records and fields; the rules of quoting are those of libcsv.
///
/// Blank lines are records without fields. Spaces around fields are kept. A quote where none should
/// stand is a fault with its record and field, and is read as an ordinary character.
@safe public struct CSVParser: ~Copyable {
  private var parser = unsafe csv_parser()

  /// Makes a parser of bytes in an encoding that contains ASCII.
  ///
  /// The corresponding C functions are `csv_init`, `csv_set_delim` and `csv_set_quote`.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), quote: UInt8 = UInt8(ascii: "\"")
  ) throws(CSVError) {
    guard unsafe csv_init(&parser, CSVParser.strict) == 0 else {
      throw CSVError(operation: "csv_init", reason: "the library refuses its options")
    }
    unsafe csv_set_delim(&parser, delimiter)
    unsafe csv_set_quote(&parser, quote)
    // Spaces belong to the fields they stand beside.
    unsafe csv_set_space_func(&parser) { _ in 0 }
  }

  deinit {
    var parser = unsafe parser
    unsafe csv_free(&parser)
  }

  private static var strict: UInt8 {
    UInt8(truncatingIfNeeded: CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL)
  }
  private static var lenient: UInt8 { UInt8(truncatingIfNeeded: CSV_REPALL_NL) }

  /// Reads the next bytes and adds what is complete to a batch.
  ///
  /// The corresponding C function is `csv_parse`.
  public mutating func feed(
    _ bytes: Span<UInt8>, into batch: inout CSVBatch
  ) throws(CSVError) {
    var done = 0
    while done < bytes.count {
      done += parse(bytes.extracting(done...), &batch)
      guard done < bytes.count else { return }
      guard unsafe csv_error(&parser) == CSV_EPARSE else { throw failure("csv_parse") }
      // The library stopped before a quote, or a character after a closing quote. It goes on past
      // it as past an ordinary character; a field that was closed is not opened again.
      batch.addFault(isAfterClosingQuote: unsafe parser.quoted != 0)
      unsafe parser.quoted = 0
      unsafe csv_set_opts(&parser, CSVParser.lenient)
      done += parse(bytes.extracting(done..<done + 1), &batch)
      unsafe csv_set_opts(&parser, CSVParser.strict)
    }
  }

  private mutating func parse(_ bytes: Span<UInt8>, _ batch: inout CSVBatch) -> Int {
    unsafe bytes.withUnsafeBufferPointer { input in
      unsafe withUnsafeMutablePointer(to: &batch) { context in
        unsafe csv_parse(
          &parser, input.baseAddress, input.count, CSVParser.endField, CSVParser.endRecord, context)
      }
    }
  }

  /// Ends the text and adds its last record; a field that is still open is an error.
  ///
  /// The corresponding C function is `csv_fini`.
  public mutating func finish(into batch: inout CSVBatch) throws(CSVError) {
    let result = unsafe withUnsafeMutablePointer(to: &batch) { context in
      unsafe csv_fini(&parser, CSVParser.endField, CSVParser.endRecord, context)
    }
    guard result == 0 else { throw failure("csv_fini") }
  }

  private mutating func failure(_ operation: String) -> CSVError {
    let code = unsafe csv_error(&parser)
    if code == CSV_EPARSE { return CSVError(operation: operation, reason: CSVError.openQuote) }
    let reason = unsafe csv_strerror(code).map { unsafe String(cString: $0) }
    return CSVError(operation: operation, reason: reason ?? "the library gives no reason")
  }

  private static var endField:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void
  {
    { text, count, context in
      guard let batch = unsafe context?.assumingMemoryBound(to: CSVBatch.self) else { return }
      unsafe batch.pointee.endField(UnsafeRawBufferPointer(start: text, count: count))
    }
  }

  private static var endRecord: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void {
    { terminator, context in
      guard let batch = unsafe context?.assumingMemoryBound(to: CSVBatch.self) else { return }
      unsafe batch.pointee.endRecord(terminator: terminator)
    }
  }
}

/// Text that the library could not parse.
public struct CSVError: Error, Hashable, CustomStringConvertible {
  /// The call that failed.
  public let operation: String
  /// Why it failed.
  public let reason: String

  /// The reason when the text ends inside quotes.
  static let openQuote = "the text ends inside a quoted field"

  /// Whether the text ended inside a quoted field.
  public var isOpenQuote: Bool { reason == CSVError.openQuote }

  /// The call and the reason.
  public var description: String { "\(operation): \(reason)" }
}
