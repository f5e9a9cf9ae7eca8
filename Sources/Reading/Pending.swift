import Model

extension Source {
  mutating func readPacked(_ bytes: Swift.Span<UInt8>) throws(Refusal) -> Document.Content {
    throw Refusal(.unsupported, "later", advice: "wait")
  }
  mutating func readXML(_ bytes: [UInt8]) throws(Refusal) -> Document.Content {
    throw Refusal(.unsupported, "later", advice: "wait")
  }
  mutating func readHTML(_ bytes: [UInt8]) throws(Refusal) -> Document.Content {
    throw Refusal(.unsupported, "later", advice: "wait")
  }
  mutating func readJSON(_ bytes: [UInt8]) throws(Refusal) -> Document.Content {
    throw Refusal(.unsupported, "later", advice: "wait")
  }
  mutating func readJSONLines(_ bytes: [UInt8]) throws(Refusal) -> Document.Content {
    throw Refusal(.unsupported, "later", advice: "wait")
  }
}
