import JapaneseText
import Model
public import Publishing

/// The open questions as a CSV file to fill in.
public enum ReviewSheet {
  /// The columns; a person fills in those from `answer` to `ends`.
  static let columns = [
    "finding", "kind", "severity", "source", "line", "question", "text", "candidates", "answer",
    "reason", "author", "day", "ends", "source_hash",
  ]

  /// The file of some questions.
  public static func csv(_ questions: [ReviewQuestion], _ flavour: CSVWriter.Flavour) -> [UInt8] {
    let writer = CSVWriter(columns: columns, flavour)
    var bytes: [UInt8] = []
    writer.writeHeader(into: &bytes)
    for question in questions {
      let candidates = question.candidates.enumerated().map { "\($0.offset + 1) \($0.element)" }
      let values: [Value] = [
        .text(question.finding), .text(question.kind.rawValue), .text(question.severity),
        question.source.columnValue, question.line.columnValue, question.question.columnValue,
        question.text.joined(separator: "\n").columnValue,
        candidates.joined(separator: "\n").columnValue, .null, .null, .null, .null, .null,
        question.sourceHash.columnValue,
      ]
      writer.write(values, into: &bytes)
    }
    return bytes
  }

  /// The records of a file that was filled in.
  static func records(_ file: String) throws(PipelineProblem) -> [RegistryRecord] {
    try RegistryRecord.read(file, header: columns)
  }

  /// A day as a person writes it, `2022-06-03`, or as a spreadsheet program rewrites it, `2022/6/3`.
  static func day(_ text: String) -> Day? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return Day(iso: text) }
    return Day(iso: parts.map { $0.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-"))
  }
}
