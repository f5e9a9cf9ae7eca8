public import Comparison
import Hashing
import JSON
import Platform

/// What made a snapshot besides its sources; the run record keeps it, so that a change can be
/// traced to a rule or to the program.
public enum RunMaker {
  /// The maker of a run's snapshot.
  static func of(
    _ pipeline: PipelineFile, registriesText: String, version: String
  ) throws(HashingError) -> SnapshotComparison.Maker {
    var text = pipeline.rulesText + "\n" + registriesText
    for (family, settings) in pipeline.familyTexts.sorted(by: { $0.key < $1.key }) {
      text += "\n\(family)\n\(settings)"
    }
    for source in pipeline.sources { text += "\n" + source.settingsText }
    return SnapshotComparison.Maker(
      program: version, rules: try SHA256.digits(of: Array(text.utf8)))
  }

  /// The maker of the snapshot in a folder, where its run record is still there.
  public static func read(ofSnapshot path: String) -> SnapshotComparison.Maker? {
    guard let folder = Files.absolute(path), let id = folder.split(separator: "/").last,
      let bytes = try? Files.read(
        Files.parent(of: Files.parent(of: folder)) + "/runs/\(id)/" + RunRecord.fileName),
      let json = try? JSONReader.read(bytes), let program = json["version"]?.string,
      let rules = json["rules"]?.string
    else { return nil }
    return SnapshotComparison.Maker(program: program, rules: rules)
  }
}
