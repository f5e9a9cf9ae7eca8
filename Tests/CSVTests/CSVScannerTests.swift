import CSV
import TestSupport
import Testing

/// Regular records are found without the library; both ways must say the same of every text.
@Suite struct CSVScannerTests {
  @Test(arguments: [
    ("\"a,b\",c\n", false), ("a,\"\"\"\"\n", false), ("\"x\ny\"\n", false),
    ("\"x\ry\",\"1,2\"\n", false),
    ("\"a\",b\n", true), ("\"\"\n", true), ("\"1,2\",\"a\"\n", true), ("a,b\n", false),
  ])
  func needlessQuotesAreSeen(text: String, isNeedless: Bool) {
    let bytes = Array(text.utf8)
    guard case .record(let record) = CSVScanner().next(in: bytes.span, from: 0, isLast: true) else {
      Issue.record("no record")
      return
    }
    #expect(record.hasNeedlessQuotes == isNeedless)
  }

  @Test(arguments: [
    "a,b\n1,2\n", "a,b\r\n\r\n1,2", "a\rb\r\rc", ",\n\n,,\n", "\"\"\n",
    "\"a\r\nb\",\"c\"\"d\"\n\"\",x\n",
    "0123456789abcdef,0123456789abcdef\n0123456789abcde\n", "予算,\"一,二\"\n", "", "\n", "x",
  ])
  func regularTextsNeedNoLibrary(text: String) throws {
    let found = try records(Array(text.utf8), regular: true)
    #expect(found.regular == Array(text.utf8).count)
    #expect(found.shown == (try library(Array(text.utf8))))
  }

  @Test(arguments: [
    ("a\nb,c\"d\n", 2), ("\"a\"b\n", 0), ("a\n\"b", 2), ("x\0\n", 0), ("a,\"b\0\"\n", 0),
  ])
  func whatIsIrregularIsLeftToTheLibrary(text: String, regular: Int) throws {
    #expect(try records(Array(text.utf8), regular: true).regular == regular)
  }

  @Test(arguments: 0..<40)
  func anyTextIsReadAsTheLibraryReadsIt(seed: Int) throws {
    var chance = Seeded(seed: UInt64(seed))
    let letters: [[UInt8]] = [
      "a", ",", "\"", "\n", "\r", "\r\n", "\"\"", ",\"", "\",", "\0", "予算額を計上",
    ]
    .map { Array($0.utf8) }
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      let count = Int.random(in: 0..<30, using: &chance)
      for _ in 0..<count { bytes += letters[Int.random(in: 0..<letters.count, using: &chance)] }
      let both = try records(bytes, pieces: Int.random(in: 1...20, using: &chance)).shown
      #expect(
        both == (try library(bytes)), "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  /// The records that the scanner finds, then those that the library finds in the rest.
  private func records(
    _ bytes: [UInt8], pieces: Int = .max, regular: Bool = false
  ) throws -> (shown: [String], regular: Int) {
    let scanner = CSVScanner()
    var shown: [String] = []
    var position = 0
    var line = 1
    var end = min(pieces, bytes.count)
    while true {
      let isLast = end == bytes.count
      switch scanner.next(in: bytes.span.extracting(..<end), from: position, isLast: isLast) {
      case .record(let record):
        var fields: [String] = []
        scanner.forEachField(of: record, in: bytes.span) { field in
          var copy: [UInt8] = []
          for index in field.indices { copy.append(field[index]) }
          fields.append(String(decoding: copy, as: UTF8.self))
        }
        #expect(fields.count == record.fields)
        shown.append("\(line) \(fields)")
        line += 1 + record.lineBreaks
        position = record.next
      case .incomplete:
        if isLast { return (shown, position) }
        end = min(bytes.count, end + pieces)
      case .irregular:
        let rest = regular ? [] : try library(Array(bytes[position...]), line: line)
        return (shown + rest, position)
      }
    }
  }

  private func library(_ bytes: [UInt8], line: Int = 1) throws -> [String] {
    var parser = try CSVParser()
    var batch = CSVBatch()
    var refusal: [String] = []
    do throws(CSVError) {
      try parser.feed(bytes.span, into: &batch)
      try parser.finish(into: &batch)
    } catch { refusal = [error.reason] }
    return batch.records.map { record in
      let fields = record.fields.map {
        String(decoding: batch.bytes[batch.range(ofField: $0)], as: UTF8.self)
      }
      return "\(record.line + line - 1) \(fields)"
    } + refusal
  }
}
