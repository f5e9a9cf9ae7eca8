import JSON
import Pipeline
import Platform
import Publishing

/// `choai check`: pipeline files, registries and sources, or a published package.
enum CheckCommand: Command {
  static let description = CommandDescription(
    name: "check",
    summary: "check pipeline files, registries and sources, or a published package",
    arguments: [
      .init(
        name: "PIPELINE", help: "a pipeline's name or file, or the folder of a package",
        isOptional: true, repeats: true)
    ],
    options: [
      .init(name: "--raw", value: "DIR", help: "the folder of the sources (raw)")
    ],
    details: """
      Without an argument every pipeline in pipelines/ is checked, the default one against raw/.
      Nothing is changed. A folder with a datapackage.json is checked down to each value.
      """)

  static func run(_ arguments: Arguments) async throws -> ExitCode {
    let catalogue = PipelineCatalogue()
    var code = ExitCode.success
    var pipelines: [LoadedPipeline] = []
    if arguments.words.isEmpty { pipelines = try catalogue.loadAll() }
    for word in arguments.words {
      if try Files.kind(word + "/datapackage.json") != nil {
        code = code.worse(try checkPackage(word, arguments))
      } else {
        pipelines += try catalogue.load([word])
      }
    }
    for pipeline in pipelines {
      // The usual folder holds the sources of the default pipeline; others are told theirs.
      if let raw = arguments.value("--raw") ?? (pipeline.isDefault ? "raw" : nil) {
        for warning in try PipelineCheck(raw: raw).warnings(pipeline) {
          try Console.write("warning: \(warning)\n", to: .error)
        }
      }
      if !arguments.has("--quiet") {
        try Console.write("\(pipeline.path): good; \(pipeline.outline)\n", to: .output)
      }
    }
    return code
  }

  private static func checkPackage(_ folder: String, _ arguments: Arguments) throws -> ExitCode {
    let faults = PackageAudit.check(folder)
    for fault in faults { try Console.write("\(fault)\n", to: .error) }
    if faults.isEmpty, !arguments.has("--quiet") {
      try Console.write("\(folder): good\n", to: .output)
    }
    return faults.isEmpty ? .success : .findings
  }
}
