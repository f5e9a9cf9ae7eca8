import CSV
import Testing

@Suite struct CSVParserTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2", [["a", "b"], ["1", "2"]]),
    ("\"a\nb\",\"c\"\"d\"\n", [["a\nb", "c\"d"]]),
    ("\"a\r\nb\",c\r\n", [["a\r\nb", "c"]]),
    (" a , b \n", [[" a ", " b "]]),
    (",\n", [["", ""]]),
    ("a\n\nb\n", [["a"], [], ["b"]]),
    ("a\r\n\r\nb\r\n", [["a"], [], ["b"]]),
    ("a\r\rb", [["a"], [], ["b"]]),
    ("\"\"\n", [[""]]),
    ("", []),
    ("省庁,金額\n文部科学省,\"1,200\"\n", [["省庁", "金額"], ["文部科学省", "1,200"]]),
  ])
  func recordsAndFields(text: String, expected: [[String]]) throws {
    for size in [1, 3, 1000] {
      #expect(try parse(text, pieces: size).records == expected, "in pieces of \(size)")
    }
  }

  @Test(arguments: [
    // A quote in an unquoted field is a character of it.
    ("a,b\"c,d\n", [["a", "b\"c", "d"]], "1:2:false"),
    // What follows a closing quote belongs to the field; the field does not open again.
    ("\"a\"b,c\nd,e\n", [["a\"b", "c"], ["d", "e"]], "1:1:true"),
    ("x\n\"東京\"港\",1\n", [["x"], ["東京\"港\"", "1"]], "2:1:true 2:1:false"),
  ])
  func strayQuotesAreFaults(text: String, expected: [[String]], faults: String) throws {
    for size in [1, 1000] {
      let result = try parse(text, pieces: size)
      #expect(result.records == expected)
      #expect(result.faults == faults)
    }
  }

  @Test func anOpenQuoteIsAnErrorWithItsPlace() throws {
    var parser = try CSVParser()
    var batch = CSVBatch()
    try parser.feed(Array("a,b\n1,\"2\n3\n".utf8).span, into: &batch)
    #expect { try parser.finish(into: &batch) } throws: {
      ($0 as? CSVError)?.isOpenQuote == true
    }
    #expect(batch.openRecord.number == 2)
    #expect(batch.openRecord.line == 2)
    #expect(batch.openRecord.fields.count == 1)
  }

  @Test func recordsKnowTheirLines() throws {
    var parser = try CSVParser(delimiter: UInt8(ascii: "\t"))
    var batch = CSVBatch()
    try parser.feed(Array("a\tb\r\n\"x\r\ny\nz\"\t1\r\n\r\nlast".utf8).span, into: &batch)
    try parser.finish(into: &batch)
    #expect(batch.records.map(\.line) == [1, 2, 5, 6])
    #expect(batch.records.map(\.number) == [1, 2, 3, 4])
  }

  private func parse(
    _ text: String, pieces: Int
  ) throws -> (records: [[String]], faults: String) {
    var parser = try CSVParser()
    var batch = CSVBatch()
    var records: [[String]] = []
    var faults: [String] = []
    func take(_ batch: borrowing CSVBatch) {
      for record in batch.records {
        records.append(
          record.fields.map {
            String(decoding: batch.bytes[batch.range(ofField: $0)], as: UTF8.self)
          })
      }
      faults += batch.faults.map { "\($0.record):\($0.field):\($0.isAfterClosingQuote)" }
    }
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let end = min(start + pieces, bytes.count)
      try parser.feed(bytes.span.extracting(start..<end), into: &batch)
      take(batch)
      batch.removeRecords()
      start = end
    }
    try parser.finish(into: &batch)
    take(batch)
    return (records, faults.joined(separator: " "))
  }
}
