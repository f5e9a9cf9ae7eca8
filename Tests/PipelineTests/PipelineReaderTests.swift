import Platform
import TestSupport
import Testing

@testable import Pipeline

@Suite struct PipelineReaderTests {
  /// What is wrong with a pipeline file of a text.
  private func problems(_ text: String) throws -> [String] {
    let path = TemporaryFolder.path + "/p.yaml"
    try Files.writeNew(path, Array(text.utf8))
    do {
      _ = try PipelineReader.read(path)
      return []
    } catch {
      return error.problems.map { problem in
        var problem = problem
        problem.file = "p.yaml"
        return "\(problem)"
      }
    }
  }

  @Test(.temporaryFolder) func aGoodFileHasNoProblems() throws {
    let found = try problems(
      """
      name: good
      families:
        sheet: {}
      sources:
        - files: [a/*.txt, b/**]
          family: sheet
          encoding: shift_jis
          published: 2019-04-01
          limits: { cells: 10 }
      rules:
        - rule: total
          families: sheet
          severity: { mismatch: warning }
          mixes: [[initial, initial_draft]]
      """)
    #expect(found == [])
  }

  @Test(
    .temporaryFolder,
    arguments: [
      ("title: x", ["p.yaml:1:1: the key 'name' is missing"]),
      ("name: A b", ["p.yaml:1:7: name should hold only a-z, 0-9 and '-'"]),
      (
        "name: a\nsource: []",
        [
          "p.yaml:2:1: there is no key 'source' here; the keys are: default, families, keep, name, "
            + "publish, registries, rules, sources, summary, title"
        ]
      ),
      ("name: a\nkeep: many", ["p.yaml:2:7: keep should be a whole number"]),
      ("name: a\ndefault: yes", ["p.yaml:2:10: default should be true or false"]),
      (
        "name: a\nsources:\n  - files: ../x\n    family: b",
        [
          "p.yaml:3:12: '../x' leaves its folder with '..'; keep it below the folder",
          "p.yaml:4:13: there is no family 'b'; the families are: ",
        ]
      ),
      (
        "name: a\nregistries:\n  ministries: /etc/passwd",
        ["p.yaml:3:15: '/etc/passwd' is absolute; give a path below the folder"]
      ),
      ("name: a\nname: b", ["p.yaml:2:1: the key 'name' stands twice, first on line 1"]),
      (
        "name: [a\n", ["p.yaml:2:1: did not find expected ',' or ']' while parsing a flow sequence"]
      ),
    ])
  func whatIsWrongIsNamedWithItsPlace(text: String, expected: [String]) throws {
    #expect(try problems(text) == expected)
  }

  @Test(.temporaryFolder) func aMissingFileIsAProblem() throws {
    #expect {
      try PipelineReader.read(TemporaryFolder.path + "/none.yaml")
    } throws: { "\($0)".hasSuffix("none.yaml: cannot be read: No such file or directory") }
  }
}
