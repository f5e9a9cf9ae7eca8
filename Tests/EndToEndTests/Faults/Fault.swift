import Foundation
import Platform

/// One call to the system that is made to fail, to be cut short, or to be the process's last.
struct Fault: Sendable, CustomStringConvertible {
  /// What becomes of a call.
  enum Blow: Hashable, Sendable {
    /// It fails with a number of `errno`.
    case error(Int32)
    /// It writes half of what it should.
    case short
    /// The process is killed there.
    case kill
  }

  /// The name of the call.
  let call: String
  /// Which one of that name, counted from 1.
  let number: Int
  /// What becomes of it.
  let blow: Blow
  /// Whether all later ones of that name fail too.
  var isLasting = false

  /// What a call may end with, in this world.
  static let blows: [String: [Blow]] = [
    "create": [.error(ENOSPC), .error(EIO), .error(EINTR), .error(EACCES), .kill],
    "open": [.error(EIO), .error(EINTR), .error(EACCES), .error(EMFILE), .kill],
    "read": [.error(EIO), .error(EINTR)],
    "write": [.error(ENOSPC), .error(EIO), .error(EINTR), .short, .kill],
    "fsync": [.error(ENOSPC), .error(EIO), .error(EINTR), .kill],
    "close": [.error(ENOSPC), .error(EIO), .error(EINTR)],
    "ftruncate": [.error(ENOSPC), .error(EIO), .error(EINTR)],
    "rename": [.error(ENOSPC), .error(EIO), .error(EACCES), .kill],
    "mkdir": [.error(ENOSPC), .error(EIO), .error(EACCES), .kill],
    "mmap": [.error(ENOMEM), .error(EACCES)],
    "link": [.error(ENOSPC), .error(EACCES), .kill],
    "symlink": [.error(ENOSPC), .error(EIO), .error(EACCES), .kill],
    "unlink": [.error(EIO), .error(EACCES), .kill],
    "rmdir": [.error(EIO), .error(EACCES), .kill],
  ]

  /// Every fault for a run that makes so many calls of each name.
  static func all(_ counts: [String: Int]) -> [Fault] {
    var faults: [Fault] = []
    for (call, count) in counts.sorted(by: { $0.key < $1.key }) {
      for number in stride(from: 1, through: count, by: 1) {
        for blow in blows[call] ?? [] {
          faults.append(Fault(call: call, number: number, blow: blow))
        }
        // A disk that stays full, and one that has broken for good.
        if call == "write" || call == "create" {
          faults.append(Fault(call: call, number: number, blow: .error(ENOSPC), isLasting: true))
        }
        if call == "fsync" {
          faults.append(Fault(call: call, number: number, blow: .error(EIO), isLasting: true))
        }
      }
    }
    return faults
  }

  /// What the library is told.
  var environment: [String: String] {
    let with =
      switch blow {
      case .error(let code): String(code)
      case .short: "SHORT"
      case .kill: "KILL"
      }
    var variables = ["FAULT_CALL": call, "FAULT_AT": String(number), "FAULT_WITH": with]
    if isLasting { variables["FAULT_LASTING"] = "1" }
    return variables
  }

  /// Whether a program should not even notice.
  var isHarmless: Bool { blow == .short || blow == .error(EINTR) }

  /// The words of the system or of SQLite for the reason; any is enough.
  var reasons: [String] {
    guard case .error(let code) = blow else { return [] }
    // A run tries whether it will have the memory it needs.
    if call == "mmap" { return ["a run needs at least"] }
    return [
      PlatformError.Code(rawValue: code).description, "disk I/O error",
      "unable to open database file",
      "database or disk is full",
    ]
  }

  var description: String {
    "\(call) \(number) \(environment["FAULT_WITH"] ?? "")\(isLasting ? " and all later" : "")"
  }
}
