/// Something wrong in a pipeline file, a registry or a decision file.
public struct PipelineProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  public var file: String
  /// The line, from 1; 0 where the whole file is meant.
  public var line: Int
  /// The column, from 1; 0 where the whole line is meant.
  public var column: Int
  /// What is wrong, why, and what to do.
  public var message: String

  /// Makes a problem.
  public init(file: String, line: Int = 0, column: Int = 0, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: message`.
  public var description: String {
    let place = [file] + [line, column].prefix { $0 > 0 }.map { String($0) }
    return place.joined(separator: ":") + ": " + message
  }
}

/// Everything that is wrong with a pipeline, found in one go.
public struct PipelineProblems: Error, Sendable, CustomStringConvertible {
  /// The problems, in the order of the files.
  public var problems: [PipelineProblem]

  /// One problem a line.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
