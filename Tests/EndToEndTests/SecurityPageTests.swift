import Platform
import TestSupport
import Testing

@Suite struct SecurityPageTests {
  /// Every threat names a test, and every test that is named exists.
  @Test func everyThreatIsHeldByATest() throws {
    let page = String(decoding: try Files.read(Tool.project + "/docs/security.md"), as: UTF8.self)
    var tests = ""
    for file in try Folder.filesBelow(Tool.project + "/Tests") ?? []
    where file.hasSuffix("Tests.swift") {
      tests += String(decoding: try Files.read("\(Tool.project)/Tests/\(file)"), as: UTF8.self)
    }
    let makefile = String(decoding: try Files.read(Tool.project + "/Makefile"), as: UTF8.self)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2)
    #expect(rows.count > 12)
    for row in rows {
      let last = row.split(separator: "|").last ?? ""
      let names = last.split(separator: "`").filter { $0.contains(".") || $0.hasPrefix("make ") }
      #expect(!names.isEmpty, "no test in: \(row)")
      for name in names {
        if name.hasPrefix("make ") {
          #expect(makefile.contains("\n\(name.dropFirst(5)): "), "\(name)")
          continue
        }
        let parts = name.split(separator: ".")
        #expect(tests.contains("struct \(parts[0]) "), "\(name)")
        #expect(tests.contains("func \(parts[1])("), "\(name)")
      }
    }
  }
}
