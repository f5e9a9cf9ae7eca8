import Platform
import TestSupport
import Testing

/// What shells and `man` are given is good for them.
@Suite struct ShellTests {
  /// Runs a program where it is installed; says so where it is not.
  private func run(_ program: String, _ arguments: [String]) throws -> Tool.Outcome? {
    for folder in ["/usr/bin", "/bin"] where try Files.kind("\(folder)/\(program)") != nil {
      return try Tool.run("\(folder)/\(program)", arguments, in: TemporaryFolder.path)
    }
    try Console.write("SKIPPED: \(program) is not installed\n", to: .error)
    return nil
  }

  private func write(_ name: String, _ arguments: String...) throws -> String {
    let made = try Tool.run(arguments, in: TemporaryFolder.path)
    #expect(made.exit == 0)
    let path = TemporaryFolder.path + "/" + name
    try Files.writeNew(path, Array(made.output.utf8))
    return path
  }

  @Test(.temporaryFolder) func bashCompletesCommandsOptionsAndWords() throws {
    let script = try write("choai.bash", "completions", "bash")
    func complete(_ words: String...) throws -> [String] {
      let line = words.map { "'\($0)'" }.joined(separator: " ")
      let outcome = try Tool.run(
        "/bin/bash",
        [
          "-c",
          "source '\(script)'; COMP_WORDS=(choai \(line)); COMP_CWORD=\(words.count); _choai; "
            + "printf '%s\\n' \"${COMPREPLY[@]}\"",
        ], in: TemporaryFolder.path)
      #expect(outcome.exit == 0, "\(outcome.error)")
      return outcome.output.split(separator: "\n").map(String.init)
    }
    #expect(try complete("sta") == ["status"])
    #expect(try complete("run", "--he") == ["--health", "--help"])
    #expect(try complete("run", "--fail-on", "") == ["error", "warning", "never"])
    #expect(try complete("read", "choai.ba") == ["choai.bash"], "a file where no word fits")
  }

  @Test(.temporaryFolder) func otherShellsReadTheirScripts() throws {
    for shell in ["zsh", "fish"] {
      let script = try write("choai." + shell, "completions", shell)
      if let outcome = try run(shell, ["-n", script]) {
        #expect(outcome.exit == 0 && outcome.error.isEmpty, "\(shell): \(outcome.error)")
      }
    }
  }

  @Test(.temporaryFolder) func theManualPageHasNoFaults() throws {
    let page = try write("choai.1", "--man")
    guard let outcome = try run("groff", ["-man", "-Tutf8", "-ww", "-z", page]) else { return }
    #expect(outcome.exit == 0 && outcome.error.isEmpty, "\(outcome.error)")
  }

  @Test(.temporaryFolder) func theManualPageNamesEveryCommandAndOption() throws {
    let page = try Tool.run(["--man"], in: TemporaryFolder.path).output
    for text in [".SS run", ".SS normalize", #".B \-\-health FILE"#, ".SH EXIT STATUS", ".B 75"] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test(.temporaryFolder) func aListNamesSnapshotsTablesAndSources() throws {
    let project = try SampleProject()
    #expect(try project.run("ls").output == "no snapshot yet\n")
    try project.run("run")
    let id = try project.latest().split(separator: "/").last ?? ""
    let lines = try project.run("ls").output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("\(id)  ") && $0.hasSuffix("latest") })
    let rows = try Files.read(project.latest() + "/budget_lines.csv").count { $0 == 0x0A } - 1
    #expect(lines.contains { $0.hasPrefix("budget_lines") && $0.contains("  \(rows)  ") })
    #expect(try lines.contains { $0.hasPrefix(try project.aText()) && $0.contains("  read ") })
  }
}
