import JSON
import Pipeline
import Platform

/// `choai run`: read, extract, reconcile, publish, compare.
enum RunCommand: Command {
  static let description = CommandDescription(
    name: "run",
    summary: "read the sources of a pipeline, check them and publish a snapshot",
    arguments: [
      .init(
        name: "PIPELINE", help: "a pipeline's name or file; without one the default runs",
        isOptional: true, repeats: true)
    ],
    options: [
      .init(name: "--raw", value: "DIR", help: "the folder of the sources (raw)"),
      .init(name: "--staged", value: "DIR", help: "the folder of the cache (staged)"),
      .init(name: "--out", value: "DIR", help: "the folder of the snapshots (published)"),
      .init(name: "--as-of", value: "DAY", help: "the day the run stands for (2022-06-03)"),
      .init(
        name: "--select", value: "GLOB", help: "read only the sources that match", repeats: true),
      .init(name: "--exclude", value: "GLOB", help: "leave out sources that match", repeats: true),
      .init(name: "--force", help: "do every step again"),
      .init(
        name: "--fail-on", value: "SEVERITY", help: "exit 1 on error (usual), warning or never",
        words: RunSettings.FailOn.allCases.map(\.rawValue)),
      .init(name: "--summary", help: "say one line about the run, even with --quiet"),
      .init(
        name: "--notify", value: "PROGRAM",
        help: "give the outcome as JSON to a program when something changed or is wrong"),
      .init(
        name: "--health", value: "FILE",
        help: "write the outcome for a monitor (Prometheus text format)"),
    ],
    details: """
      A snapshot is complete or absent: 'latest' moves to it only when it has passed its check. A
      run that changes nothing adds no snapshot. The program of --notify is started without a
      shell and without arguments; it has a minute, and how it ends changes no exit code.

      Exit codes: 0 done; 1 done, with findings of severity error; 2 the command line, a pipeline
      file or a registry is wrong; 3 done, and a source was refused; 4 could not publish; 75
      another run holds the lock; 130 interrupted.
      """)

  /// The room for the stacks of the threads and the smallest tables.
  ///
  /// Without room for a thread the runtime would wait for ever, so this is asked first.
  private static let leastMegabytes = 192

  static func run(_ arguments: Arguments) async throws -> ExitCode {
    guard Machine.hasRoom(megabytes: leastMegabytes) else {
      throw ShortMemory(megabytes: leastMegabytes)
    }
    let settings = try runSettings(arguments)
    let log = arguments.log
    let runner = Runner(settings: settings, log: log)
    let listeners = RunListeners(
      program: arguments.value("--notify"), healthFile: arguments.value("--health"), log: log)
    let pipelines: [LoadedPipeline]
    do { pipelines = try PipelineCatalogue().load(arguments.words) } catch {
      // A pipeline that cannot be loaded is a failed night like any other.
      let names = arguments.words.joined(separator: ", ")
      listeners.tell([RunOutcome(notStarted: names.isEmpty ? "default" : names, error)])
      throw error
    }
    guard pipelines.count == 1 || settings.out == nil else {
      throw UsageError(description, "--out takes the snapshots of one pipeline only")
    }
    var worst = ExitCode.success
    var outcomes: [RunOutcome] = []
    for pipeline in pipelines {
      let ending = await runner.run(pipeline)
      outcomes.append(ending.outcome)
      listeners.tell(outcomes)
      worst = worst.worse(ending.outcome.exit)
      switch ending.summary {
      case .success(let summary): worst = worst.worse(tell(summary, arguments))
      case .failure(let error)
      where pipelines.count == 1 || ending.outcome.exit == .interrupted: throw error
      // The others run all the same.
      case .failure(let error): log.fail("\(pipeline.name): \(error)")
      }
    }
    return worst
  }

  /// Says what came of a run that is done; that nobody hears it undoes nothing.
  private static func tell(_ summary: RunSummary, _ arguments: Arguments) -> ExitCode {
    do {
      try write(summary, arguments)
      return .success
    } catch let error as PlatformError where error.code == .brokenPipe {
      return .success
    } catch {
      arguments.log.fail("the run is done, but its summary cannot be written: \(error)")
      return .failed
    }
  }

  private static func write(_ summary: RunSummary, _ arguments: Arguments) throws {
    if arguments.has("--summary") { arguments.log.say(summary.line) }
    if arguments.has("--json") {
      try Console.write(summary.json.line + "\n", to: .output)
    } else if !arguments.has("--quiet") {
      try Console.write(
        """
        \(summary.line)
        snapshot: \(summary.snapshotPath)
        report:   \(summary.snapshotPath)/report.html

        """, to: .output)
    }
  }

  private static func runSettings(_ arguments: Arguments) throws(UsageError) -> RunSettings {
    var settings = RunSettings()
    settings.raw = arguments.value("--raw") ?? settings.raw
    settings.staged = arguments.value("--staged") ?? settings.staged
    settings.out = arguments.value("--out")
    settings.asOf = try arguments.day("--as-of", of: description)
    settings.select = arguments.values("--select")
    settings.exclude = arguments.values("--exclude")
    settings.force = arguments.has("--force")
    settings.failOn =
      arguments.value("--fail-on").flatMap(RunSettings.FailOn.init(rawValue:)) ?? .error
    settings.jobs = try arguments.jobs(of: description)
    settings.version = Choai.version
    return settings
  }
}

/// A limit of memory under which no run could end.
private struct ShortMemory: Error, CustomStringConvertible {
  let megabytes: Int

  var description: String {
    """
    a run needs at least \(megabytes) MB of memory beside the program, and the limit leaves less
      Raise it: 'ulimit -v' in a shell, LimitAS= in a systemd unit.
    """
  }
}

extension Arguments {
  /// How many sources are worked on side by side: as many as there are processors unless given.
  func jobs(of command: CommandDescription) throws(UsageError) -> Int {
    guard let text = value("--jobs") else { return Machine.processors }
    guard let number = Int(text), (1...256).contains(number) else {
      throw UsageError(command, "--jobs is '\(text)', but should be a number from 1 to 256")
    }
    return number
  }

  /// The log that the options ask for.
  var log: Log {
    let colour =
      switch value("--color") {
      case "always": true
      case "never": false
      default: Console.isTerminal(.error) && Console.environment("NO_COLOR") == nil
      }
    return Log(
      verbosity: has("--quiet") ? .quiet : has("--verbose") ? .verbose : .normal,
      isJSON: value("--log-format") == "json", usesColour: colour,
      showsProgress: Console.isTerminal(.error) && !has("--no-progress"))
  }
}
