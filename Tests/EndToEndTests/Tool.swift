import Foundation
import Platform

/// The built program, run as a person would run it.
struct Tool {
  /// What a run gave.
  struct Outcome: Equatable {
    var exit: Int32
    var output: String
    var error: String
  }

  /// The project's folder.
  static let project: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The program lies beside the test runner.
  static let path: String = {
    let folder = Files.parent(of: Bundle.main.executablePath ?? CommandLine.arguments[0])
    let beside = folder + "/choai"
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : project + "/.build/debug/choai"
  }()

  /// Runs the program in a folder.
  static func run(
    _ arguments: [String], in folder: String, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(path, arguments, in: folder, input: input, environment: environment)
  }

  /// Runs any program in a folder.
  static func run(
    _ program: String, _ arguments: [String], in folder: String, input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files rather than pipes: no reader is needed that keeps up with the program.
    let id = UUID().uuidString
    let names = ["in", "out", "err"].map { "\(folder)/.\(id).\($0)" }
    defer { for name in names { try? FileManager.default.removeItem(atPath: name) } }
    try Files.writeNew(names[0], input)
    for name in names.dropFirst() { try Files.writeNew(name, []) }
    process.standardInput = FileHandle(forReadingAtPath: names[0])
    process.standardOutput = FileHandle(forWritingAtPath: names[1])
    process.standardError = FileHandle(forWritingAtPath: names[2])
    try process.run()
    process.waitUntilExit()
    return Outcome(
      exit: process.terminationStatus,
      output: String(decoding: try Files.read(names[1]), as: UTF8.self),
      error: String(decoding: try Files.read(names[2]), as: UTF8.self))
  }
}
