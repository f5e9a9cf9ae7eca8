import Model
import Platform
import Reading
import Testing

/// Every public file kept beside the checkout is read, or refused for the reason it should be.
@Suite(.enabled(if: PublicFiles.areThere, "../shared/data is not here: public files not tested"))
struct PublicFilesTests {
  @Test(.timeLimit(.minutes(1)), arguments: PublicFiles.paths)
  func isReadOrRefusedAsExpected(path: String) throws {
    let start = Clock.milliseconds
    let file = try MappedFile(PublicFiles.folder + "/files/" + path)
    let result = read(file.bytes, id: path, attributes: DocumentAttributes(path: path))
    let time = Clock.milliseconds - start
    #expect(time < 10_000, "\(path) took \(time) ms")
    switch result {
    case .read(let document, let findings):
      print(
        "READ", path, document.attributes.reader, document.attributes.encoding, document.lineCount,
        document.sheets.map { "\($0.name):\($0.cells.count)" }.prefix(5),
        Dictionary(grouping: findings, by: \.code.rawValue).mapValues(\.count), time)
    case .refused(let refusal): print("REFUSED", path, refusal.code, refusal, time)
    }
  }
}

/// The list of public files.
enum PublicFiles {
  /// The folder, beside the checkout.
  static let folder: String = {
    let root = Files.parent(of: Files.parent(of: Files.parent(of: #filePath)))
    return Files.parent(of: root) + "/shared/data"
  }()

  static let paths: [String] = {
    guard let bytes = try? Files.read(folder + "/MANIFEST.csv"),
      case .read(let document, _) = read(
        bytes, id: "manifest", attributes: DocumentAttributes(path: "MANIFEST.csv"))
    else { return [] }
    let rows = document.sheets.first?.cells.filter { $0.reference.column == 1 } ?? []
    return rows.dropFirst().map(\.value.text)
  }()

  static var areThere: Bool { !paths.isEmpty }
}
