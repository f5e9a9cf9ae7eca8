import Extraction
import JapaneseText
import Model
import Publishing
import Reading

/// A pipeline as its YAML file says it: what is read and how, what is checked, what is published.
struct PipelineFile: Sendable {
  /// Where the file lies.
  var path: String
  /// The short name, which is also the package's.
  var name: String
  /// The whole file as text.
  var text = ""
  /// The title of the package.
  var title = ""
  /// What the package holds.
  var summary = ""
  /// Whether `choai run` without a name runs it.
  var isDefault = false
  /// The sources.
  var sources: [SourceEntry] = []
  /// How documents of a family are read and understood, by the family's name.
  var families: [String: FamilySettings] = [:]
  /// The families as text, which tells the cache when one changes.
  var familyTexts: [String: String] = [:]
  /// The rules as text, which tells the cache when one changes.
  var rulesText = ""
  /// The registries and people's answers, as files.
  var registries = RegistryPaths()
  /// The checks.
  var rules: [PipelineRule] = []
  /// What is published.
  var publish = PublishSettings()
  /// How many snapshots are kept.
  var keep = 30

  /// The entry of the sources that claims a path below the raw folder.
  func entry(claiming path: String) -> Int? {
    let names = Glob.names(path)
    return sources.firstIndex { $0.files.contains { $0.matches(names) } }
  }

  /// Sources that are read alike.
  struct SourceEntry: Sendable {
    /// Patterns for paths below the raw folder.
    var files: [Glob]
    /// The document family.
    var family: String
    /// What is known of the documents beforehand.
    var attributes: DocumentAttributes
    /// How the files are read.
    var reading: ReadingSettings
    /// Whether it is fine that no file matches.
    var isOptional: Bool
    /// What is done when a source goes wrong that was good before; a warning where nothing is said.
    var policies: [SourceEvent: SourcePolicy]
    /// Whether some day the facts of an earlier source may be needed.
    var isKeeping: Bool { policies.values.contains(.keep) }
    /// The line of the entry in the pipeline file.
    var line: Int
    /// The entry as text, which tells the cache when it changes.
    var settingsText: String
  }

  /// The files that hold knowledge, relative to the pipeline file.
  struct RegistryPaths: Sendable, Hashable {
    /// Ministries and agencies.
    var ministries: String?
    /// Programmes.
    var programmes: String?
    /// Projects.
    var projects: String?
    /// People's answers.
    var decisions: String?
    /// Findings that are let pass for a time.
    var waivers: String?
  }

  /// What is published.
  struct PublishSettings: Sendable {
    /// The formats besides CSV.
    var formats: Set<SnapshotFormat> = [.jsonLines, .sqlite]
    /// The licences of the package.
    var licences: [PackageMetadata.Licence] = []
  }
}
