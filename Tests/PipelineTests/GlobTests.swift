import Testing

@testable import Pipeline

@Suite struct GlobTests {
  @Test(arguments: [
    ("*.txt", "a.txt", true), ("*.txt", "a/b.txt", false), ("**/*.txt", "a/b.txt", true),
    ("**/*.txt", "b.txt", true), ("hq/fy????-*.txt", "hq/fy2019-projects.txt", true),
    ("hq/fy????-*.txt", "hq/fy19-projects.txt", false), ("a*b*c", "aXbYbZc", true),
    ("a*b*c", "aXbY", false), ("?.csv", "厚.csv", true), ("*", "", false), ("a/**", "a/b/c", true),
  ])
  func matches(pattern: String, path: String, expected: Bool) {
    #expect(Glob(pattern).matches(path) == expected)
  }
}
