import JSON
import Model
import Publishing
import Testing

@Suite struct JSONLinesWriterTests {
  @Test func keysStandInTheOrderOfTheSchema() {
    let bytes = JSONLinesWriter(Samples.lines.description).write(Samples.lines.rows)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {"id":"b-1","document":"d-1","amount_yen":32600000000,"share":-0.50,"is_prior":true,"op":"="}
        {"id":"b-2","document":"d-1","amount_yen":-9223372036854775808,"share":45,"is_prior":false,"op":null}
        {"id":"b-3","document":null,"amount_yen":null,"share":null,"is_prior":false,"op":">="}

        """)
  }

  @Test func aDayIsText() {
    let bytes = JSONLinesWriter(Samples.documents.description).write(Samples.documents.rows)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        {"id":"d-1","path":"a,\\"b\\".txt","published":"2022-06-03"}
        {"id":"d-2","path":null,"published":null}

        """)
  }

  @Test(arguments: [("007", "7"), ("-00.5", "-0.5"), ("0", "0"), ("0.10", "0.10"), ("00", "0")])
  func aNumberIsOneThatJSONAllows(digits: String, literal: String) throws {
    let bytes = JSONLinesWriter(columns: ["a\"b"]).write([[.decimal(digits)]])
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"a\"b":\#(literal)}"# + "\n")
    #expect(try JSONReader.read(bytes)["a\"b"] == .number(literal))
  }
}
