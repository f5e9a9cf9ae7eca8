import Testing
import YAML

@Suite struct YAMLNodeTests {
  @Test func nodesKnowWhereTheyStand() throws {
    let text = "name: 帳合\nlist:\n  - 1\n  - \"2\"\n"
    let root = try YAMLNode(parsing: Array(text.utf8))
    guard case .mapping(let entries) = root.content else {
      return #expect(Bool(false), "a mapping")
    }
    #expect(entries.map(\.key) == ["name", "list"])
    #expect(entries[0].value.content == .scalar("帳合", isPlain: true))
    #expect(entries[1].place == YAMLPlace(line: 2, column: 1))
    guard case .sequence(let list) = entries[1].value.content else {
      return #expect(Bool(false), "a list")
    }
    #expect(list.map(\.content) == [.scalar("1", isPlain: true), .scalar("2", isPlain: false)])
    #expect(list[1].place == YAMLPlace(line: 4, column: 5))
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", "3:1: the key 'a' stands twice, first on line 1"),
    ("a: &x 1\nb: *x\n", "2:4: aliases (*name) are not allowed: write it out"),
    ("", "1:1: the file is empty"),
    ("a: 1\n---\nb: 2\n", "2:1: a second document starts here: one is allowed"),
    ("a: [1\n", "2:1: did not find expected ',' or ']' while parsing a flow sequence"),
    ("? [a]\n: 1\n", "1:3: a key should be a text"),
  ])
  func whatIsOddIsAnErrorWithItsPlace(text: String, expected: String) {
    #expect {
      try YAMLNode(parsing: Array(text.utf8))
    } throws: { "\($0)" == expected }
  }

  @Test func deepNestingIsRefused() {
    let text = String(repeating: "[", count: 1000)
    #expect(throws: YAMLError.self) { try YAMLNode(parsing: Array(text.utf8)) }
  }
}
