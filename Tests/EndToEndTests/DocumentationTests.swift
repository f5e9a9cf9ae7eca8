import Foundation
import Platform
import TestSupport
import Testing

/// Every command in the documentation works: those in `sh` blocks of the README and of `docs/`.
@Suite struct DocumentationTests {
  static let pages: [String] = {
    let docs =
      (try? Folder.filesBelow(Tool.project + "/docs"))?.filter { $0.hasSuffix(".md") } ?? []
    return ["README.md", "README.ja.md", "CONTRIBUTING.md"] + docs.map { "docs/" + $0 }
  }()

  @Test(.temporaryFolder, arguments: pages)
  func commandsWork(page: String) throws {
    let project = try SampleProject()
    try project.run("run", "--fail-on", "never")
    for command in try Self.commands(page) {
      var words = command.split(separator: " ").map(String.init)
      let program = words.removeFirst()
      switch program {
      case "make":
        // Running the targets is the gate's; here they must exist.
        let outcome = try Tool.run(
          "/usr/bin/make", ["-n", "-C", Tool.project] + words, in: project.folder)
        #expect(outcome.exit == 0, "\(page): \(command): \(outcome.error)")
      case "choai":
        let (arguments, input) = try Self.filled(words, project)
        let outcome = try Tool.run(arguments, in: project.folder, input: input)
        // 1 and 3 say something of the data, not of the command.
        #expect([0, 1, 3].contains(outcome.exit), "\(page): \(command): \(outcome.error)")
      default:
        Issue.record("\(page): '\(command)' is a command that no test runs")
      }
    }
  }

  /// Both languages say the same: the same commands, headings, links and rows of tables in the same
  /// order.
  @Test func theJapaneseReadMeKeepsStep() throws {
    func outline(_ page: String) throws -> [String] {
      let text = String(decoding: try Files.read(Tool.project + "/" + page), as: UTF8.self)
      return text.split(separator: "\n").compactMap { line in
        if line.hasPrefix("#") { return String(line.prefix { $0 == "#" }) }
        if line.hasPrefix("|") { return String(line.split(separator: "|").first ?? "") }
        if line.hasPrefix("- [") { return String(line.prefix { $0 != ")" }) }
        return nil
      }
    }
    let english = try outline("README.md").filter { $0 != " file " }
    let japanese = try outline("README.ja.md").filter { $0 != " ファイル " }
    #expect(english == japanese)
    #expect(try Self.commands("README.md") == Self.commands("README.ja.md"))
  }

  /// The commands of a page: the lines of its `sh` blocks, comments and continuations apart.
  private static func commands(_ page: String) throws -> [String] {
    let text = String(decoding: try Files.read(Tool.project + "/" + page), as: UTF8.self)
    var commands: [String] = []
    var isInBlock = false
    for line in text.split(separator: "\n") {
      if line.hasPrefix("```") {
        isInBlock = line == "```sh"
      } else if isInBlock, !line.hasPrefix("#") {
        commands.append(String(line.split(separator: " # ")[0]))
      }
    }
    return commands
  }

  /// The words with what they stand for: a row, two snapshots, a file, a folder.
  private static func filled(
    _ words: [String], _ project: SampleProject
  ) throws -> (arguments: [String], input: [UInt8]) {
    var arguments: [String] = []
    var input: [UInt8] = []
    var rest = words[...]
    let text = try project.aText()
    while let word = rest.popFirst() {
      switch word {
      case "ID": arguments.append(try anID(project))
      case "OLD", "NEW", "PACKAGE": arguments.append(try project.latest())
      case "FILE": arguments.append("raw/" + text)
      case "SHEET": arguments.append(try aSheet(project))
      case "PATCH": arguments.append(try aPatch(project))
      case "<":
        let file = rest.popFirst() ?? ""
        input = try Files.read("\(project.folder)/\(file == "FILE" ? "raw/" + text : file)")
      default: arguments.append(word)
      }
    }
    return (arguments, input)
  }

  /// A patch of the programmes of the snapshot.
  private static func aPatch(_ project: SampleProject) throws -> String {
    let latest = try project.latest()
    let made = try Tool.run(
      ["diff", latest, latest, "--table", "programmes", "--format", "csv"], in: project.folder)
    try Files.replace(project.folder + "/programmes.patch", with: Array(made.output.utf8))
    return "programmes.patch"
  }

  /// The open questions, unanswered.
  private static func aSheet(_ project: SampleProject) throws -> String {
    try project.run("review", "--output", "sheet.csv")
    return "sheet.csv"
  }

  private static func anID(_ project: SampleProject) throws -> String {
    let table = String(
      decoding: try Files.read(project.latest() + "/budget_lines.csv"), as: UTF8.self)
    let row = table.split(separator: "\n").dropFirst().first ?? ""
    return String(row.split(separator: ",").first ?? "")
  }
}
