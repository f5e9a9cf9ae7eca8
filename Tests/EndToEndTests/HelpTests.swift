import Platform
import Testing

/// Every command has help that fits a terminal; the cases `help-*` hold it word for word.
@Suite struct HelpTests {
  @Test func everyCommandHasItsHelpAsACase() throws {
    let overview = try Tool.run(["--help"], in: "/tmp")
    #expect(overview.exit == 0)
    let listed = overview.output.split(separator: "\n").drop { $0 != "Commands:" }.dropFirst()
      .prefix { $0.hasPrefix("  ") }.compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(listed.count >= 7)
    for command in listed {
      #expect(CaseTests.cases.contains("help-\(command)-01"), "\(command) has no help case")
    }
  }

  @Test func helpFitsATerminal() throws {
    for name in CaseTests.cases where name.hasPrefix("help-") {
      let help = try Files.read(CaseTests.folder + "/" + name + "/stdout")
      for line in String(decoding: help, as: UTF8.self).split(separator: "\n") {
        #expect(line.count <= 100, "\(name): \(line)")
      }
    }
  }
}
