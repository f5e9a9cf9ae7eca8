import FoundationEssentials
import Model
import TestSupport

/// A source text with the tables that say by hand what stands in it.
struct Specimen: Sendable {
  /// The name by which the tables know it.
  var name: String
  var lines: [String]
  var fiscalYear: Int?
  /// The rows of each table that are about it.
  var tables: [String: [[String: String]]] = [:]

  static let tableNames = [
    "budget_lines", "indicators", "measures", "instruments", "dates", "amounts",
  ]

  /// The whole text.
  var text: String {
    get { lines.joined(separator: "\n") }
    set {
      lines = newValue.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Changes every row of every table.
  mutating func eachRow(_ change: (String, inout [String: String]) -> Void) {
    for (table, rows) in tables {
      tables[table] = rows.map { row in
        var row = row
        change(table, &row)
        return row
      }
    }
  }
}

extension Specimen {
  private static let checkout: String = {
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  }()
  private static let shared = checkout + "/../shared"

  /// Whether the shared texts lie beside the checkout.
  static var sharedAreThere: Bool {
    FileManager.default.fileExists(atPath: shared + "/reference/budget_lines.csv")
  }

  /// The sample texts of this project.
  static func samples() throws -> [Specimen] {
    let files: [(path: String, year: Int?)] = [
      ("hq/fy2019-projects.txt", 2019), ("hq/fy2022-projects.txt", 2022),
      ("hq/indicators.txt", nil),
      ("hq/strategy.txt", nil), ("mhlw/fy2024-draft.txt", 2024),
    ]
    let specimens = try files.map { file in
      var specimen = Specimen(
        name: String(file.path.split(separator: "/").last ?? ""), lines: [], fiscalYear: file.year)
      specimen.text = try content(checkout + "/raw/" + file.path)
      return specimen
    }
    return try withTables(specimens, in: checkout + "/Tests/SampleFacts")
  }

  /// The shared texts, which their tables know by three characters.
  static func corpus() throws -> [Specimen] {
    let names = try FileManager.default.contentsOfDirectory(atPath: shared + "/corpus").sorted()
    let specimens = try names.map { name in
      var specimen = Specimen(name: String(name.prefix(3)), lines: [])
      specimen.text = try content(shared + "/corpus/" + name)
      return specimen
    }
    return try withTables(specimens, in: shared + "/reference")
  }

  private static func content(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  private static func withTables(_ specimens: [Specimen], in folder: String) throws -> [Specimen] {
    var specimens = specimens
    for table in tableNames {
      let rows = CSVText.records(try content("\(folder)/\(table).csv"))
      for index in specimens.indices {
        let own = rows.filter { $0["doc"] == specimens[index].name }
        // A text that a table does not mention is not scored by it.
        if !own.isEmpty { specimens[index].tables[table] = own }
      }
    }
    return specimens
  }
}
