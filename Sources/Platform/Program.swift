import Glibc

/// Another program, started without a shell.
public enum Program {
  /// How a program ended.
  public enum Ending: Sendable, Hashable {
    /// By itself, with an exit code.
    case exited(Int32)
    /// By a signal.
    case killed(signal: Int32)
    /// It took too long and was ended.
    case timedOut
  }

  /// Starts a program, gives it bytes as standard input, and waits for it, but not for ever.
  ///
  /// What it writes goes to standard error: standard output is for results. The corresponding C functions are `posix_spawn` and
  /// `waitpid`.
  public static func run(
    _ path: String, _ arguments: [String] = [], input: [UInt8], seconds: Int
  ) throws(PlatformError) -> Ending {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw PlatformError("start", path) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child: pid_t
    do throws(PlatformError) {
      child = try spawn(path, arguments, standardInput: ends[0])
    } catch {
      for end in ends { close(end) }
      throw error
    }
    close(ends[0])
    // A reader that is gone or does not read is its own affair: the pipe never blocks for long.
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    var rest = input[...]
    let limit = Clock.milliseconds + seconds * 1000
    var status: Int32 = 0
    while true {
      rest = feed(rest, to: &ends[1])
      let ended = unsafe waitpid(child, &status, WNOHANG)
      if ended == child { break }
      if ended < 0, errno != EINTR { throw PlatformError("wait for", path) }
      if Clock.milliseconds > limit {
        kill(child, SIGKILL)
        unsafe waitpid(child, &status, 0)
        if ends[1] >= 0 { close(ends[1]) }
        return .timedOut
      }
      usleep(2000)
    }
    if ends[1] >= 0 { close(ends[1]) }
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
  }

  private static func spawn(
    _ path: String, _ arguments: [String], standardInput: Int32
  ) throws(PlatformError) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, standardInput, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, 2, 1)
    // What this program ignores, another must not.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    unsafe sigemptyset(&usual)
    for number in [SIGPIPE, SIGXFSZ, SIGINT, SIGTERM] { unsafe sigaddset(&usual, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    var child: pid_t = 0
    let code = unsafe posix_spawn(&child, path, &actions, &attributes, &words, environ)
    guard code == 0 else { throw PlatformError("start", path, code: .init(rawValue: code)) }
    return child
  }

  /// Writes what the pipe takes; closes it when nothing is left or nobody reads.
  private static func feed(_ bytes: ArraySlice<UInt8>, to end: inout Int32) -> ArraySlice<UInt8> {
    guard end >= 0 else { return [] }
    let written =
      bytes.isEmpty
      ? 0 : unsafe bytes.withUnsafeBytes { unsafe write(end, $0.baseAddress, $0.count) }
    if written < 0, errno == EAGAIN || errno == EINTR { return bytes }
    let rest = written < 0 ? [] : bytes.dropFirst(written)
    if rest.isEmpty {
      close(end)
      end = -1
    }
    return rest
  }
}
