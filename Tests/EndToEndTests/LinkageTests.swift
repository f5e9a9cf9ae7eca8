import Testing

/// Full Foundation doubles the start-up time, so the program must not pull it in.
@Suite struct LinkageTests {
  @Test func theProgramDoesNotLinkFoundation() throws {
    let libraries = try Tool.run("/usr/bin/ldd", [Tool.path], in: "/tmp")
    #expect(libraries.exit == 0)
    #expect(libraries.output.contains("libsqlite3"))
    #expect(!libraries.output.contains("Foundation"))
  }
}
