import Hashing
import Testing

@Suite struct SHA256Tests {
  /// Known answers of FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func givesKnownAnswers(text: String, expected: String) throws {
    #expect(try SHA256.digits(of: Array(text.utf8)) == expected)
  }

  @Test func piecesHashAsTheWhole() throws {
    var hash = try SHA256()
    try hash.update(Array("a".utf8).span)
    try hash.update(Array("bc".utf8).span)
    #expect(try hash.finish() == SHA256.digits(of: Array("abc".utf8)))
  }
}
