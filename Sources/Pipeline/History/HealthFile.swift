import Model
public import Platform

/// What a monitor is told about the last run of each pipeline, in the text format of Prometheus.
public enum HealthFile {
  private struct Metric {
    let name: String
    let help: String
    let samples: @Sendable (RunOutcome) -> [(labels: String, value: String)]
  }

  private static let metrics: [Metric] = [
    Metric(name: "choai_run_exit_code", help: "Exit code of the last run.") {
      [("", String($0.exit.rawValue))]
    },
    Metric(name: "choai_run_success", help: "Whether the last run could publish.") {
      [("", $0.result == .published || $0.result == .unchanged ? "1" : "0")]
    },
    Metric(name: "choai_run_end_time_seconds", help: "When the last run ended.") { _ in
      [("", String(Clock.seconds))]
    },
    Metric(name: "choai_run_duration_seconds", help: "How long the last run took.") {
      [("", seconds($0.milliseconds))]
    },
    Metric(name: "choai_run_published", help: "Whether the last run published a new snapshot.") {
      [("", $0.result == .published ? "1" : "0")]
    },
    Metric(name: "choai_sources", help: "Sources of the last run by what became of them.") {
      [
        (",status=\"read\"", String($0.sources.read)),
        (",status=\"refused\"", String($0.sources.refused)),
      ]
    },
    Metric(name: "choai_findings", help: "Findings of the last run by severity.") { outcome in
      Severity.allCases.map {
        (",severity=\"\($0.rawValue)\"", String(outcome.findings[$0] ?? 0))
      }
    },
    Metric(name: "choai_checks", help: "Checks of the last run by status.") { outcome in
      ReconciliationStatus.allCases.map {
        (",status=\"\($0.rawValue)\"", String(outcome.checks[$0] ?? 0))
      }
    },
  ]

  /// The text for some runs.
  public static func text(_ outcomes: [RunOutcome]) -> String {
    var lines: [String] = []
    for metric in metrics {
      lines.append("# HELP \(metric.name) \(metric.help)")
      lines.append("# TYPE \(metric.name) gauge")
      for outcome in outcomes {
        for sample in metric.samples(outcome) {
          lines.append(
            "\(metric.name){pipeline=\"\(escaped(outcome.pipeline))\"\(sample.labels)} "
              + sample.value)
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Puts the text in place of the file in one step.
  public static func write(_ outcomes: [RunOutcome], to path: String) throws(PlatformError) {
    try Files.replace(path, with: Array(text(outcomes).utf8))
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += #"\\"#
      case "\"": escaped += #"\""#
      case "\n": escaped += #"\n"#
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
