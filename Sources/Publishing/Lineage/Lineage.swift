import JSON
import Model

/// Writes the lineage of a run as OpenLineage events (https://openlineage.io/spec/2-0-2).
public enum Lineage {
  /// The name of the file, which stands beside the snapshot's data.
  public static let fileName = "lineage.jsonl"

  private static let specification = "https://openlineage.io/spec/"
  private static let namespace = "choai"

  /// The events of a run, one a line: its start, and its end with sources and outputs.
  public static func events(_ run: LineageRun) -> [UInt8] {
    var writer = JSONWriter()
    writer.writeLine(event(run, "START", run.startedAt, inputs: [], outputs: []))
    let isFailure = run.failure != nil
    writer.writeLine(
      event(
        run, isFailure ? "FAIL" : "COMPLETE", run.endedAt,
        inputs: run.sources.map { input($0, run) },
        outputs: isFailure ? [] : run.outputs.map { output($0, run) }))
    return writer.bytes
  }

  private static func event(
    _ run: LineageRun, _ type: String, _ time: String, inputs: [JSONValue], outputs: [JSONValue]
  ) -> JSONValue {
    [
      "eventType": .string(type), "eventTime": .string(time),
      "run": ["runId": .string(run.id), "facets": .object(runFacets(run, type))],
      "job": [
        "namespace": .string(namespace), "name": .string(run.pipeline),
        "facets": .object([
          facet(
            "jobType", "2-0-4/JobTypeJobFacet", run,
            [
              "processingType": "BATCH", "integration": "CHOAI", "jobType": "PIPELINE",
            ])
        ]),
      ],
      "inputs": .array(inputs), "outputs": .array(outputs), "producer": .string(producer(run)),
      "schemaURL": .string(specification + "2-0-2/OpenLineage.json#/$defs/RunEvent"),
    ]
  }

  private static func runFacets(_ run: LineageRun, _ type: String) -> [JSONMember] {
    var facets = [
      facet(
        "processing_engine", "1-1-1/ProcessingEngineRunFacet", run,
        ["version": .string(run.version), "name": "choai"])
    ]
    if let time = run.nominalTime {
      facets.append(
        facet(
          "nominalTime", "1-0-1/NominalTimeRunFacet", run, ["nominalStartTime": .string(time)]))
    }
    guard type != "START" else { return facets }
    if let failure = run.failure {
      facets.append(
        facet(
          "errorMessage", "1-0-1/ErrorMessageRunFacet", run,
          ["message": .string(failure), "programmingLanguage": "Swift"]))
    }
    if !run.checks.isEmpty {
      facets.append(
        facet("test", "1-0-1/TestRunFacet", run, ["tests": .array(run.checks.map(test))]))
    }
    return facets
  }

  private static func test(_ check: LineageRun.Check) -> JSONValue {
    let status = check.failed > 0 ? "fail" : check.passed > 0 ? "pass" : "skip"
    var members: [JSONMember] = [
      JSONMember("name", .string(check.rule)), JSONMember("status", .string(status)),
    ]
    if let severity = check.severity {
      // The standard knows two: what blocks and what does not.
      members.append(JSONMember("severity", severity == .error ? "error" : "warn"))
    }
    members += [
      JSONMember("type", "reconciliation"), JSONMember("expected", "0 failed"),
      JSONMember(
        "actual",
        .string("\(check.failed) failed, \(check.undecided) undecided, \(check.passed) passed")),
      JSONMember(
        "params",
        [
          "passed": .integer(check.passed), "failed": .integer(check.failed),
          "undecided": .integer(check.undecided),
        ]),
    ]
    return .object(members)
  }

  private static func input(_ source: LineageRun.Source, _ run: LineageRun) -> JSONValue {
    let document = source.document
    return [
      "namespace": "file", "name": .string(source.path),
      "facets": .object([
        version(document.sha256, run),
        custom(
          "choai_source", run,
          [
            "document": .string(document.id), "status": .string(document.status.rawValue),
            "reason": .string(document.reason), "reader": .string(document.reader),
            "layout": .string(document.layout), "encoding": .string(document.encoding),
          ]),
      ]),
      "inputFacets": .object([
        facet(
          "inputStatistics", "1-0-0/InputStatisticsInputDatasetFacet", run,
          [
            "rowCount": .integer(document.lines), "size": .integer(document.bytes),
            "fileCount": .integer(1),
          ])
      ]),
    ]
  }

  private static func output(_ output: LineageRun.Output, _ run: LineageRun) -> JSONValue {
    let columns = output.table.columns
    let fields = zip(columns, 1...).map { column, position -> JSONValue in
      [
        "name": .string(column.name), "type": .string(column.type.rawValue),
        "description": .string(column.meaning), "ordinal_position": .integer(position),
      ]
    }
    return [
      "namespace": "file", "name": .string(output.path),
      "facets": .object([
        facet("schema", "1-2-0/SchemaDatasetFacet", run, ["fields": .array(fields)]),
        version(output.file.sha256, run),
        // No facet of the standard says where a row's characters stand: a file of ours does.
        custom(
          "choai_rowPlaces", run,
          [
            "path": .string(output.places), "format": "jsonl", "key": "row",
            "columns": .strings(["row", "document", "sheet", "spans"]),
          ]),
      ]),
      "outputFacets": .object([
        facet(
          "outputStatistics", "1-0-2/OutputStatisticsOutputDatasetFacet", run,
          [
            "rowCount": .integer(output.rows), "size": .integer(output.file.bytes),
            "fileCount": .integer(1),
          ])
      ]),
    ]
  }

  private static func version(_ sha256: String, _ run: LineageRun) -> JSONMember {
    facet(
      "version", "1-0-1/DatasetVersionDatasetFacet", run,
      ["datasetVersion": .string("sha256:" + sha256)])
  }

  /// A facet of the standard; `schema` is its version and file.
  private static func facet(
    _ name: String, _ schema: String, _ run: LineageRun, _ members: JSONValue
  ) -> JSONMember {
    let type = schema.split(separator: "/").last.map(String.init) ?? schema
    return member(
      name, "\(specification)facets/\(schema).json#/$defs/\(type)", run, members)
  }

  /// A facet of our own, described by the base of all facets.
  private static func custom(
    _ name: String, _ run: LineageRun, _ members: JSONValue
  ) -> JSONMember {
    member(name, specification + "2-0-2/OpenLineage.json#/$defs/DatasetFacet", run, members)
  }

  private static func member(
    _ name: String, _ schema: String, _ run: LineageRun, _ members: JSONValue
  ) -> JSONMember {
    JSONMember(
      name,
      .object(
        [
          JSONMember("_producer", .string(producer(run))),
          JSONMember("_schemaURL", .string(schema)),
        ] + (members.members ?? [])))
  }

  private static func producer(_ run: LineageRun) -> String { "urn:choai:\(run.version)" }
}
