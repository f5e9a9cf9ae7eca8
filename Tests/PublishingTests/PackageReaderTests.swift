import Model
import Platform
import Publishing
import TestSupport
import Testing

@Suite struct PackageReaderTests {
  private var folder: String { TemporaryFolder.path + "/one" }

  @Test(.temporaryFolder) func readsWhatWasWritten() throws {
    try SnapshotWriter(folder: folder).write(Samples.content)
    let package = try PackageReader.read(folder)
    #expect(package.name == "sample")
    #expect(package.tables.map(\.table) == [Samples.documents, Samples.lines])
    #expect(try PlacesFile.read(folder) == Samples.content.places)
    #expect(try PlacesFile.read(folder, rows: ["b-2"]).map(\.row) == ["b-2"])
  }

  @Test(.temporaryFolder) func rowsOfTheModelComeBack() throws {
    var line = BudgetLine()
    line.id = "b-1"
    line.document = "d-1"
    line.raw = "医薬品⏎プロジェクト \"326\"億円"
    line.amountYen = 32_600_000_000
    line.ministries = ["文", "厚"]
    var document = SourceDocument()
    document.id = "d-1"
    let content = SnapshotContent(
      metadata: PackageMetadata(name: "x", title: "x"),
      tables: [SourceDocument.table(of: [document]), BudgetLine.table(of: [line])])
    try SnapshotWriter(folder: folder).write(content)
    let package = try PackageReader.read(folder)
    #expect(try package.rows(of: BudgetLine.self) == [line])
    #expect(try package.rows(of: SourceDocument.self) == [document])
    #expect(try package.rows(of: Measure.self) == [])
  }

  @Test(
    .temporaryFolder,
    arguments: [
      ("d-1,a,2022-6-3", "line 2, published: not of type date"),
      ("d-1,a", "line 2: 2 fields instead of 3"),
      ("\"d-1,a,", "line 2: a quote is not closed"),
      ("\"d-1\"x,a,", "line 2: text follows a closing quote"),
    ])
  func whatDoesNotFitIsAnError(row: String, reason: String) throws {
    try SnapshotWriter(folder: folder).write(Samples.content)
    try Files.replace(
      folder + "/documents.csv", with: Array("id,path,published\n\(row)\n".utf8))
    let failure = #expect(throws: PublishingError.self) { try PackageReader.read(folder) }
    #expect(failure?.reason == reason)
    #expect(failure?.file == folder + "/documents.csv")
  }

  @Test(.temporaryFolder) func theNameIsKnownWithoutReadingTheTables() throws {
    try SnapshotWriter(folder: folder).write(Samples.content)
    try Files.remove(folder + "/lines.csv")
    #expect(try PackageReader.name(of: folder) == "sample")
  }

  @Test func columnsOfAnOlderSnapshotAreFoundByName() throws {
    var ministry = Ministry()
    ministry.id = "mext"
    ministry.name = "文部科学省"
    var table = Ministry.table(of: [ministry])
    table.description.columns.removeLast()
    table.description.columns.swapAt(0, 1)
    table.rows = [[.text("文部科学省"), .text("mext"), .null]]
    let package = Package(name: "x", title: "x", tables: [table])
    #expect(try package.rows(of: Ministry.self) == [ministry])
    table.description.columns[0].type = .integer
    table.rows = [[.integer(5), .text("mext"), .null]]
    let wrong = Package(name: "x", title: "x", tables: [table])
    let failure = #expect(throws: PublishingError.self) { try wrong.rows(of: Ministry.self) }
    #expect(failure.map { "\($0)" } == "ministries.csv: name: a value does not fit the schema")
  }

  @Test(.temporaryFolder) func aFolderWithoutADescriptorIsAnError() {
    let failure = #expect(throws: PublishingError.self) { try PackageReader.read(folder) }
    #expect(failure?.file == folder + "/datapackage.json")
  }
}
