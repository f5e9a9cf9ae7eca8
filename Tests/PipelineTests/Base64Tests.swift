import Testing

@testable import Pipeline

/// Base64 is read strictly: the vectors of RFC 4648, and texts that are not quite it.
@Suite struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"),
    ("Zm9vYmE=", "fooba"), ("Zm9vYmFy", "foobar"),
  ])
  func readsTheVectorsOfTheStandard(text: String, content: String) {
    #expect(Base64.bytes(text) == Array(content.utf8))
  }

  @Test func readsEveryByte() {
    #expect(Base64.bytes("+/+/") == [0xFB, 0xFF, 0xBF])
    #expect(Base64.bytes("AP8Q") == [0x00, 0xFF, 0x10])
  }

  @Test(arguments: ["Zg", "Zg=", "Zg==Zg==", "Z===", "====", "Zm9v\n", "Zm-_", "Zh==", "Zm9="])
  func refusesWhatIsNotQuiteIt(text: String) {
    #expect(Base64.bytes(text) == nil)
  }
}
