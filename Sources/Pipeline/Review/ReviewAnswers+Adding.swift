import JapaneseText
import Model
import Platform
import Publishing
import Reconciliation

extension ReviewAnswers {
  /// Adds the answers to the decision and waiver files of the pipeline, each in one step.
  public func add(to pipeline: LoadedPipeline) throws {
    let folder = Files.parent(of: pipeline.path) + "/"
    let paths = pipeline.file.registries
    let additions: [(key: String, path: String?, rows: [[String]])] = [
      ("decisions", paths.decisions, decisions.map(\.fields)),
      ("waivers", paths.waivers, waivers.map(\.fields)),
    ]
    // Nothing is written before all of it is known to have its place.
    let files = try additions.filter { !$0.rows.isEmpty }.map { addition in
      guard let path = addition.path else {
        throw PipelineProblem(
          file: pipeline.path,
          message: "it names no file for them: add 'registries: \(addition.key): FILE.csv'")
      }
      return (path: folder + path, bytes: try Self.file(folder + path, adding: addition.rows))
    }
    for file in files { try Files.replace(file.path, with: file.bytes) }
  }

  /// The file with rows added; older answers to the same findings go, the other rows stay as they
  /// are written.
  private static func file(_ path: String, adding rows: [[String]]) throws -> [UInt8] {
    let records = try CSVRecords(try Files.readNamed(path))
    let renewed = Set(rows.map { $0[0] })
    var bytes: [UInt8] = []
    for record in 0..<records.count {
      let finding = records.field(record, 0).map(records.text) ?? ""
      if renewed.contains(finding) { continue }
      bytes += records.bytes[records.range(record)] + [0x0A]
    }
    let writer = CSVWriter(columns: [])
    for row in rows { writer.write(row.map(\.columnValue), into: &bytes) }
    return bytes
  }
}

extension Decision {
  /// The fields in the order of the file's header.
  fileprivate var fields: [String] {
    [finding, answer, reason, author, day.description, sourceHash]
  }
}

extension Waiver {
  /// The fields in the order of the file's header.
  fileprivate var fields: [String] { [finding, reason, author, ends.description] }
}
