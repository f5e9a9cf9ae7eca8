import Extraction
import YAML

/// Reads a document family of a pipeline file.
struct FamilyReader {
  let file: String

  /// The settings of a family.
  func family(_ node: YAMLNode, _ problems: inout [PipelineProblem]) -> FamilySettings {
    FamilySettings()
  }
}
