import JapaneseText
import Model
import Platform
import Publishing
import Reading
import YAML

/// Reads a pipeline file and notes everything that is wrong in it, with line and column.
struct PipelineReader {
  private let file: String
  private var problems: [PipelineProblem] = []

  /// The pipeline of a file.
  static func read(_ path: String) throws(PipelineProblems) -> PipelineFile {
    var reader = PipelineReader(file: path)
    guard let pipeline = reader.pipeline() else {
      throw PipelineProblems(problems: reader.problems)
    }
    if !reader.problems.isEmpty { throw PipelineProblems(problems: reader.problems) }
    return pipeline
  }

  private init(file: String) {
    self.file = file
  }

  private mutating func pipeline() -> PipelineFile? {
    let root: YAMLNode
    let bytes: [UInt8]
    do throws(PlatformError) {
      bytes = try Files.read(file, limit: 1 << 24)
      do throws(YAMLError) { root = try YAMLNode(parsing: bytes) } catch {
        problems.append(
          PipelineProblem(
            file: file, line: error.place.line, column: error.place.column, message: error.reason))
        return nil
      }
    } catch {
      problems.append(PipelineProblem(file: file, message: "cannot be read: \(error.code)"))
      return nil
    }
    var fields = Fields(root, of: file, problems: &problems)
    var pipeline = PipelineFile(path: file, name: fields.required("name", &problems))
    checkName(pipeline.name, fields.node("name"))
    pipeline.text = String(decoding: bytes, as: UTF8.self)
    pipeline.title = fields.text("title", &problems) ?? pipeline.name
    pipeline.summary = fields.text("summary", &problems) ?? ""
    pipeline.isDefault = fields.flag("default", &problems) ?? false
    pipeline.keep = fields.integer("keep", in: 1...1_000_000, &problems) ?? pipeline.keep
    readFamilies(fields.node("families"), &pipeline)
    for node in fields.list("sources", &problems) { readSource(node, &pipeline) }
    if let node = fields.node("registries") { pipeline.registries = registries(node) }
    pipeline.rulesText = fields.node("rules")?.text ?? ""
    for node in fields.list("rules", &problems) {
      pipeline.rules.append(RuleReader(file: file).rule(node, pipeline, &problems))
    }
    if let node = fields.node("publish") { pipeline.publish = publish(node) }
    fields.finish(&problems)
    return pipeline
  }

  /// The name becomes a file name and a package name, so it is kept plain.
  private mutating func checkName(_ name: String, _ node: YAMLNode?) {
    let isPlain = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
    guard !isPlain, let node else { return }
    problems.append(
      PipelineProblem(
        file: file, line: node.line, column: node.column,
        message: "name should hold only a-z, 0-9 and '-'"))
  }

  // MARK: Families

  private mutating func readFamilies(_ node: YAMLNode?, _ pipeline: inout PipelineFile) {
    guard let node else { return }
    for entry in Fields(node, of: file, problems: &problems).named {
      pipeline.families[entry.key] = FamilyReader(file: file).family(entry.value, &problems)
      pipeline.familyTexts[entry.key] = entry.value.text
    }
  }

  // MARK: Sources

  private mutating func readSource(_ node: YAMLNode, _ pipeline: inout PipelineFile) {
    var fields = Fields(node, of: file, problems: &problems)
    let filesNode = fields.node("files")
    let files = fields.texts("files", &problems) ?? []
    if filesNode == nil { _ = fields.required("files", &problems) }
    for path in files {
      if let fault = SafePath.fault(path), let filesNode {
        fields.note(filesNode, fault, &problems)
      }
    }
    let familyNode = fields.node("family")
    let family = fields.required("family", &problems)
    if !family.isEmpty, pipeline.families[family] == nil, let familyNode {
      let known = pipeline.families.keys.sorted().joined(separator: ", ")
      fields.note(
        familyNode, "there is no family '\(family)'; the families are: \(known)", &problems)
    }
    var attributes = DocumentAttributes(path: "")
    attributes.title = fields.text("title", &problems) ?? ""
    attributes.issuer = fields.text("issuer", &problems) ?? ""
    attributes.published = fields.day("published", &problems)
    attributes.fiscalYear = fields.integer("fiscal_year", in: Fields.years, &problems)
    let reading = ReadingReader(file: file).settings(&fields, &problems)
    let isOptional = fields.flag("optional", &problems) ?? false
    var policies: [SourceEvent: SourcePolicy] = [:]
    for event in SourceEvent.allCases {
      policies[event] = fields.word(event.rawValue, SourcePolicy.self, &problems)
    }
    fields.finish(&problems)
    pipeline.sources.append(
      PipelineFile.SourceEntry(
        files: files.map(Glob.init), family: family, attributes: attributes, reading: reading,
        isOptional: isOptional, policies: policies, line: node.line, settingsText: node.text))
  }

  // MARK: Registries and publishing

  private mutating func registries(_ node: YAMLNode) -> PipelineFile.RegistryPaths {
    var fields = Fields(node, of: file, problems: &problems)
    var paths = PipelineFile.RegistryPaths()
    paths.ministries = path("ministries", &fields)
    paths.programmes = path("programmes", &fields)
    paths.projects = path("projects", &fields)
    paths.decisions = path("decisions", &fields)
    paths.waivers = path("waivers", &fields)
    fields.finish(&problems)
    return paths
  }

  private mutating func path(_ key: String, _ fields: inout Fields) -> String? {
    guard let path = fields.text(key, &problems) else { return nil }
    if let fault = SafePath.fault(path), let node = fields.node(key) {
      fields.note(node, fault, &problems)
      return nil
    }
    return path
  }

  private mutating func publish(_ node: YAMLNode) -> PipelineFile.PublishSettings {
    var fields = Fields(node, of: file, problems: &problems)
    var settings = PipelineFile.PublishSettings()
    if let words = fields.texts("formats", &problems), let formats = fields.node("formats") {
      settings.formats = []
      for word in words where word != "csv" {
        guard let format = SnapshotFormat(rawValue: word) else {
          let known = (["csv"] + SnapshotFormat.allCases.map(\.rawValue)).joined(separator: ", ")
          fields.note(formats, "there is no format '\(word)'; the formats are: \(known)", &problems)
          continue
        }
        settings.formats.insert(format)
      }
    }
    for licence in fields.list("licences", &problems) {
      var keys = Fields(licence, of: file, problems: &problems)
      settings.licences.append(
        PackageMetadata.Licence(
          name: keys.required("name", &problems), title: keys.text("title", &problems) ?? "",
          path: keys.text("path", &problems) ?? ""))
      keys.finish(&problems)
    }
    fields.finish(&problems)
    return settings
  }
}
