import JapaneseText
import Reconciliation

/// People's answers to findings.
public struct Answers: Sendable {
  /// What people decided where the text does not.
  var decisions: [Decision] = []
  /// Findings that people accept for a time.
  var waivers: [Waiver] = []
}

/// Reads the decision and waiver files, and notes what is wrong in them.
struct AnswerFiles {
  private var problems: [PipelineProblem] = []

  /// The answers of a pipeline.
  static func read(
    _ paths: PipelineFile.RegistryPaths, in folder: String
  ) -> (answers: Answers, problems: [PipelineProblem]) {
    var files = AnswerFiles()
    var answers = Answers()
    if let path = paths.decisions { answers.decisions = files.decisions(folder + "/" + path) }
    if let path = paths.waivers { answers.waivers = files.waivers(folder + "/" + path) }
    return (answers, files.problems)
  }

  private mutating func decisions(_ file: String) -> [Decision] {
    records(file, ["finding", "answer", "reason", "author", "day", "source_hash"]).compactMap {
      record in
      guard let day = day(record, "day") else { return nil }
      return Decision(
        finding: record["finding"], answer: record["answer"], reason: record["reason"],
        author: record["author"], day: day, sourceHash: record["source_hash"])
    }
  }

  private mutating func waivers(_ file: String) -> [Waiver] {
    records(file, ["finding", "reason", "author", "ends"]).compactMap { record in
      guard let ends = day(record, "ends") else { return nil }
      return Waiver(
        finding: record["finding"], reason: record["reason"], author: record["author"], ends: ends)
    }
  }

  /// The records of a file, each of which names its finding, a reason and an author.
  private mutating func records(_ file: String, _ header: [String]) -> [RegistryRecord] {
    let records: [RegistryRecord]
    do { records = try RegistryRecord.read(file, header: header) } catch {
      problems.append(error)
      return []
    }
    for record in records {
      for field in ["finding", "reason", "author"] where record[field].isEmpty {
        problems.append(
          PipelineProblem(
            file: file, line: record.line, message: "\(field) is empty: an answer needs it"))
      }
    }
    return records
  }

  private mutating func day(_ record: RegistryRecord, _ field: String) -> Day? {
    if let day = Day(iso: record[field]) { return day }
    problems.append(
      PipelineProblem(
        file: record.file, line: record.line,
        message: "\(field) is '\(record[field])', but should be a day like 2022-06-03"))
    return nil
  }
}
