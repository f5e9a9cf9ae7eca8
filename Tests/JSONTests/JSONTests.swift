import JSON
import Testing

@Suite struct JSONTests {
  @Test(arguments: [
    #"{"b":1,"a":[true,false,null,-0.5e+3,"令和\n\"\\"]}"#, "[]", "{}", #""""#,
    "12345678901234567890",
    #""\u0001\u2028""#, #""令\u2029""#, #""‧計‪\u007f""#,
  ])
  func whatIsReadIsWrittenAgain(text: String) throws {
    #expect(try JSONReader.read(Array(text.utf8)).line == text)
  }

  @Test func escapesAreTheirCharacters() throws {
    let value = try JSONReader.read(Array(#""\u4ee4\ud840\udc0b\/\t""#.utf8))
    #expect(value == .string("令𠀋/\t"))
  }

  @Test(arguments: [
    ("", "1:1: the text ends where a value should stand"),
    ("{\"a\":1,\n \"b\" 2}", "2:6: a colon should stand here"),
    ("[1,]", "1:4: no value can start here"), ("01", "1:3: a number is malformed"),
    ("1.", "1:3: digits should follow the point"), ("[1] x", "1:5: text after the value"),
    ("\"\\ud800\"", "1:8: half a surrogate pair"), ("\"a", "1:3: a text does not end"),
    ("\"\\u+123\"", "1:4: four hexadecimal digits should follow"),
    ("nul", "1:1: no value can start here"),
  ])
  func whatIsNotJSONIsAnErrorWithItsPlace(text: String, expected: String) {
    #expect {
      try JSONReader.read(Array(text.utf8))
    } throws: { "\($0)" == expected }
  }

  @Test func linesAreValuesOfTheirOwn() throws {
    let text = "{\"a\":\"令和\"}\n\n[1]\n\"\\\"\""
    #expect(
      try JSONReader.readLines(Array(text.utf8)) == [
        ["a": "令和"], .array([.integer(1)]), "\"",
      ])
    #expect(try JSONReader.readLines([]) == [])
    #expect {
      try JSONReader.readLines(Array("1\n[2\n,3]".utf8))
    } throws: { "\($0)" == "2:3: the list does not end" }
  }

  @Test func deepNestingIsRefused() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: JSONError.self) { try JSONReader.read(deep) }
  }

  @Test func indentedIsForPeople() {
    var writer = JSONWriter(indented: true)
    writer.write(["a": .array([.integer(1)]), "b": .object([])])
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == "{\n  \"a\": [\n    1\n  ],\n  \"b\": {}\n}")
  }
}
