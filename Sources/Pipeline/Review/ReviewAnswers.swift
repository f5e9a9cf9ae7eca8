public import JSON
import JapaneseText
import Reconciliation

/// The answers of a sheet that a person filled in, checked: all of them can be used.
public struct ReviewAnswers: Sendable {
  var decisions: [Decision] = []
  var waivers: [Waiver] = []
  /// How many questions are still open.
  public let open: Int

  /// Reads a sheet, or says everything that is wrong with it.
  public init(_ file: String, to review: Review) throws {
    var reader = AnswerReader(file: file, review: review)
    for record in try ReviewSheet.records(file) { reader.read(record) }
    guard reader.problems.isEmpty else { throw PipelineProblems(problems: reader.problems) }
    decisions = reader.decisions
    waivers = reader.waivers
    open = review.questions.count - decisions.count - waivers.count
  }

  /// What is added, for people.
  public var outline: String {
    "decisions added: \(decisions.count), waivers added: \(waivers.count), still open: \(open)"
  }

  /// What is added, for machines.
  public var json: JSONValue {
    [
      "decisions": .integer(decisions.count), "waivers": .integer(waivers.count),
      "open": .integer(open),
    ]
  }
}

/// Reads the answers of a sheet one by one.
private struct AnswerReader {
  let file: String
  let review: Review
  private let questions: [String: ReviewQuestion]
  private let known: Set<String>
  private var lines: [String: Int] = [:]
  private(set) var decisions: [Decision] = []
  private(set) var waivers: [Waiver] = []
  private(set) var problems: [PipelineProblem] = []

  init(file: String, review: Review) {
    self.file = file
    self.review = review
    questions = Dictionary(
      review.questions.map { ($0.finding, $0) }, uniquingKeysWith: { first, _ in first })
    let answers = review.pipeline.answers
    known = Set(answers.decisions.map(\.finding) + answers.waivers.map(\.finding))
  }

  /// Takes the answer of a record; a record without one stays open.
  mutating func read(_ record: RegistryRecord) {
    if record["answer"].isEmpty {
      if !record["reason"].isEmpty { note(record, "a reason without an answer: fill in both") }
      return
    }
    guard let question = question(record) else { return }
    for field in ["reason", "author"] where record[field].isEmpty {
      note(record, "\(field) is empty: an answer needs it")
    }
    guard let day = day(record, "day", usually: review.day) else { return }
    if record["answer"] == "waive" {
      waive(question, record, day)
    } else {
      decide(question, record, day)
    }
  }

  /// The open question a record answers, or the reason why there is none.
  private mutating func question(_ record: RegistryRecord) -> ReviewQuestion? {
    let finding = record["finding"]
    if let first = lines.updateValue(record.line, forKey: finding) {
      note(record, "\(finding) is answered twice, first on line \(first): keep one answer")
      return nil
    }
    let hash = review.hashes[record["source"]] ?? ""
    guard record["source"].isEmpty || hash == record["source_hash"] else {
      note(
        record,
        "\(record["source"]) is not as it was when the sheet was written: write a new sheet with "
          + "'choai review' and look again")
      return nil
    }
    guard let question = questions[finding] else {
      note(
        record,
        known.contains(finding)
          ? "\(finding) is answered already: remove that answer first, or this one"
          : "no open question has the key '\(finding)' now: remove the answer")
      return nil
    }
    return question
  }

  private mutating func decide(_ question: ReviewQuestion, _ record: RegistryRecord, _ day: Day) {
    guard question.isDecidable else {
      note(
        record,
        "the answer can only be 'waive': a \(question.kind.rawValue) like this is not "
          + "settled by a name")
      return
    }
    var answer = record["answer"]
    if let number = Int(answer) {
      guard question.candidates.indices.contains(number - 1) else {
        note(record, "there is no candidate \(number): it has \(question.candidates.count)")
        return
      }
      answer = question.candidates[number - 1]
      if answer.contains("=") { answer = "programme=" + answer }
    }
    if let problem = Decision.problem(
      inAnswer: answer, candidates: question.candidates, registries: review.pipeline.registries)
    {
      note(record, problem)
      return
    }
    decisions.append(
      Decision(
        finding: question.finding, answer: answer, reason: record["reason"],
        author: record["author"], day: day, sourceHash: question.sourceHash))
  }

  private mutating func waive(_ question: ReviewQuestion, _ record: RegistryRecord, _ day: Day) {
    guard let ends = self.day(record, "ends", usually: nil) else { return }
    guard day <= ends else {
      note(record, "ends is \(ends), before the day of the answer, \(day)")
      return
    }
    waivers.append(
      Waiver(
        finding: question.finding, reason: record["reason"], author: record["author"], ends: ends))
  }

  private mutating func day(_ record: RegistryRecord, _ field: String, usually: Day?) -> Day? {
    if record[field].isEmpty, let usually { return usually }
    if let day = ReviewSheet.day(record[field]) { return day }
    note(record, "\(field) is '\(record[field])', but should be a day like 2022-06-03")
    return nil
  }

  private mutating func note(_ record: RegistryRecord, _ message: String) {
    problems.append(PipelineProblem(file: file, line: record.line, message: message))
  }
}
