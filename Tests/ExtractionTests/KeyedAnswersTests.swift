import FoundationEssentials
import JapaneseText
import Testing

/// Nothing in the program may be keyed to one document: no figure, name or line number of a text
/// whose answers are known stands in its sources.
@Suite struct KeyedAnswersTests {
  private static let fewestLetters = 7

  /// The Swift files of the program, with their lines as folded text.
  private func sources() throws -> [(path: String, lines: [String])] {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    var found: [(String, [String])] = []
    var folders = [root + "/Sources"]
    while let folder = folders.popLast() {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
        let path = folder + "/" + name
        if name.hasSuffix(".swift") {
          let text = String(
            decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
          found.append((path, fold(text).split(separator: "\n").map(String.init)))
        } else if !name.contains(".") {
          folders.append(path)
        }
      }
    }
    try #require(found.count > 100)
    return found
  }

  private func answers() throws -> [[String: String]] {
    var specimens = try Specimen.samples()
    if Specimen.sharedAreThere { specimens += try Specimen.corpus() }
    return specimens.flatMap { $0.tables.values.flatMap { $0 } }
  }

  @Test func noNameOfATextStandsInTheSources() throws {
    var names: Set<String> = []
    for row in try answers() {
      for column in ["project", "programme", "name", "title"] {
        for name in row[column, default: ""].split(separator: " / ")
        where name.count >= KeyedAnswersTests.fewestLetters {
          names.insert(fold(String(name)))
        }
      }
    }
    try #require(names.count > 50)
    for (path, lines) in try sources() {
      for line in lines where line.utf8.contains(where: { $0 >= 0x80 }) {
        let found = names.first { line.contains($0) }
        #expect(found == nil, "\(path): \(line)")
      }
    }
  }

  @Test func noFigureOfATextStandsInTheSources() throws {
    var figures: Set<String> = []
    for row in try answers() {
      for column in ["raw", "text"] {
        figures.formUnion(PrintedMoney.amounts(in: row[column, default: ""]))
      }
    }
    // 1億円 and the like stand for any amount.
    figures = figures.filter { $0.count { digit($0.unicodeScalars.first ?? " ") != nil } > 1 }
    try #require(figures.count > 50)
    for (path, lines) in try sources() {
      for line in lines where line.contains("円") {
        let found = PrintedMoney.amounts(in: line).first { figures.contains($0) }
        #expect(found == nil, "\(path): \(line)")
      }
    }
  }

  @Test func noLineNumberIsComparedWith() throws {
    let isKeyed = #/\b(line|lineNumber|row)\b\s*(==|!=|>=|<=)\s*\d{2,}/#
    for (path, lines) in try sources() {
      for line in lines {
        #expect(line.firstMatch(of: isKeyed) == nil, "\(path): \(line)")
      }
    }
  }
}

extension PrintedMoney {
  /// The amounts that a text prints, folded.
  static func amounts(in text: String) -> Set<String> {
    var found: Set<String> = []
    _ = rewrite(fold(text)) { money in
      found.insert(String(String.UnicodeScalarView(money.text[money.range])))
      return nil
    }
    return found
  }
}
