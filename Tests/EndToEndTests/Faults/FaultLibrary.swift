import Platform
import TestSupport

/// The library of Tests/FaultInjection, which stands between the program and the system.
struct FaultLibrary {
  private let path: String

  /// Builds the library into a folder.
  init(in folder: String) throws {
    path = folder + "/faults.so"
    let built = try Tool.run(
      "/usr/bin/env",
      [
        "cc", "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", path,
        Tool.project + "/Tests/FaultInjection/faults.c", "-ldl",
      ], in: folder)
    guard built.exit == 0 else { throw NotBuilt(reason: built.error) }
  }

  struct NotBuilt: Error { let reason: String }

  /// A sanitizer must be the first library of a process, so the two do not go together.
  static var isUsable: Bool { !Sanitizer.isOn }

  /// A call as the library saw it.
  struct Call {
    let name: String
    /// The file, as the program named it or by its absolute path.
    let path: String
    /// The second file of a call that takes two.
    let other: String
    /// Whether it was struck.
    let isStruck: Bool
  }

  /// Runs the program with the library before it and gives the outcome and the calls it made.
  func run(
    _ arguments: [String], in folder: String, _ environment: [String: String] = [:]
  ) throws -> (outcome: Tool.Outcome, calls: [Call]) {
    let trace = folder + "/.trace"
    defer { try? Files.remove(trace) }
    let variables = ["LD_PRELOAD": path, "FAULT_TRACE": trace].merging(environment) { $1 }
    let outcome = try Tool.run(arguments, in: folder, environment: variables)
    let text = String(decoding: try Files.read(trace), as: UTF8.self)
    return (outcome, text.split(separator: "\n").map { Self.call($0, in: folder) })
  }

  private static func call(_ line: Substring, in folder: String) -> Call {
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
    let isStruck = line.hasPrefix("!")
    func path(_ index: Int) -> String {
      let path = parts.count > index ? String(parts[index]) : ""
      return path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.count + 1)) : path
    }
    return Call(
      name: String(parts[0].drop { $0 == "!" }), path: path(1), other: path(2), isStruck: isStruck)
  }
}
