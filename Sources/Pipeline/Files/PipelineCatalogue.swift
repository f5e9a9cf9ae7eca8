import Model
import Platform

/// A pipeline with its registries and answers, checked as a whole.
public struct LoadedPipeline: Sendable {
  let file: PipelineFile
  let registries: Registries
  /// The registries as text, which tells the cache when they change.
  let registriesText: String
  /// The decisions as text, which tells the checks when they change.
  let decisionsText: String
  /// The waivers as text.
  let waiversText: String
  let answers: Answers

  /// The short name.
  public var name: String { file.name }
  /// Where its file lies.
  public var path: String { file.path }
  /// Whether it runs when none is named.
  public var isDefault: Bool { file.isDefault }
  /// How many sources, families and rules it has, for people.
  public var outline: String {
    "\(file.sources.count) sources, \(file.families.count) families, \(file.rules.count) rules, "
      + "\(registries.ministries.count) ministries, \(registries.programmes.count) programmes, "
      + "\(registries.projects.count) projects"
  }
}

/// Finds pipelines by name, by path, or the default one.
public struct PipelineCatalogue: Sendable {
  private let folder: String

  /// Looks into a folder for `*.yaml` files.
  public init(folder: String = "pipelines") {
    self.folder = folder
  }

  /// The pipelines that are asked for; the default one where none is.
  public func load(_ names: [String]) throws -> [LoadedPipeline] {
    guard names.isEmpty else {
      // One that is named more than once is read once.
      var loaded: [String: LoadedPipeline] = [:]
      for name in names where loaded[name] == nil { loaded[name] = try load(name) }
      return names.compactMap { loaded[$0] }
    }
    let all = try paths().map(PipelineReader.read)
    let defaults = all.filter(\.isDefault)
    guard defaults.count == 1, let pipeline = defaults.first else {
      throw UsageFailure(
        defaults.isEmpty
          ? "no pipeline in \(folder)/ says 'default: true'\n  Name one: choai run NAME."
          : "more than one pipeline in \(folder)/ says 'default: true': "
            + defaults.map(\.name).joined(separator: ", "))
    }
    return [try complete(pipeline)]
  }

  /// Every pipeline of the folder.
  public func loadAll() throws -> [LoadedPipeline] { try paths().map(load) }

  private func load(_ name: String) throws -> LoadedPipeline {
    // A name with a slash or an ending is a path.
    if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      return try complete(PipelineReader.read(name))
    }
    for path in try paths() {
      let pipeline = try PipelineReader.read(path)
      if pipeline.name == name { return try complete(pipeline) }
    }
    throw UsageFailure("there is no pipeline '\(name)' in \(folder)/\n  See 'choai check'.")
  }

  private func paths() throws -> [String] {
    guard let entries = try Folder.entries(folder) else {
      throw UsageFailure(
        "there is no folder \(folder)/ here\n  Go to the project's folder, or give the path of a "
          + "pipeline file.")
    }
    return entries.filter { $0.kind == .file && $0.name.hasSuffix(".yaml") }
      .map { folder + "/" + $0.name }
  }

  private func complete(_ pipeline: PipelineFile) throws -> LoadedPipeline {
    let folder = Files.parent(of: pipeline.path)
    let (registries, registryProblems) = RegistryFiles.read(pipeline.registries, in: folder)
    let (answers, answerProblems) = AnswerFiles.read(pipeline.registries, in: folder)
    let problems = registryProblems + answerProblems
    guard problems.isEmpty else { throw PipelineProblems(problems: problems) }
    let paths = [
      pipeline.registries.ministries, pipeline.registries.programmes, pipeline.registries.projects,
    ]
    func text(_ path: String) throws -> String {
      String(decoding: try Files.read(folder + "/" + path), as: UTF8.self) + "\n"
    }
    return LoadedPipeline(
      file: pipeline, registries: registries,
      registriesText: try paths.compactMap(\.self).map(text).joined(),
      decisionsText: try pipeline.registries.decisions.map(text) ?? "",
      waiversText: try pipeline.registries.waivers.map(text) ?? "", answers: answers)
  }
}
