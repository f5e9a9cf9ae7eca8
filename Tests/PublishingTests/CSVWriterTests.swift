import Model
import Publishing
import Testing

@Suite struct CSVWriterTests {
  @Test func plainIsForPrograms() {
    let bytes = CSVWriter(Samples.lines.description).write(Samples.lines.rows)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        id,document,amount_yen,share,is_prior,op
        b-1,d-1,32600000000,-0.50,true,=
        b-2,d-1,-9223372036854775808,45,false,
        b-3,,,,false,>=

        """)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("line\nbreak", "\"line\nbreak\""), ("line\rbreak", "\"line\rbreak\""), (" 令和 ", " 令和 "),
    ("", "\"\""), ("=1+1", "=1+1"),
  ])
  func quotesOnlyWhatNeedsThem(text: String, field: String) {
    var bytes: [UInt8] = []
    CSVWriter(columns: ["a", "b"]).write([.text(text), .null], into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == field + ",\n")
  }

  @Test func aRowOfOneEmptyFieldIsNoBlankLine() {
    let bytes = CSVWriter(columns: ["a"]).write([[.null], [.text("x")]])
    #expect(String(decoding: bytes, as: UTF8.self) == "a\n\"\"\nx\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+81", "'+81"), ("-5%", "'-5%"), ("@x", "'@x"), ("＝Ａ１", "'＝Ａ１"),
    ("\t=1", "'\t=1"), ("=a,b", "\"'=a,b\""), ("\r=1", "\"'\r=1\""), ("1=1", "1=1"), ("", "\"\""),
  ])
  func excelRunsNoText(text: String, field: String) {
    var bytes: [UInt8] = []
    let writer = CSVWriter(columns: ["a", "b"], .excel)
    writer.write([.text(text), .integer(-5)], into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == field + ",-5\r\n")
  }

  @Test func excelGetsAByteOrderMark() {
    let bytes = CSVWriter(columns: ["a", "b"], .excel).write([])
    #expect(bytes == [0xEF, 0xBB, 0xBF] + Array("a,b\r\n".utf8))
  }
}
