import JapaneseText
import Model

/// People's answers to findings.
public struct Answers: Sendable {
}

/// Reads the decision and waiver files.
enum AnswerFiles {
  static func read(
    _ paths: PipelineFile.RegistryPaths, in folder: String
  ) -> (answers: Answers, problems: [PipelineProblem]) {
    (Answers(), [])
  }
}
