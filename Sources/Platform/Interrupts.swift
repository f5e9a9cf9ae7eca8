import Glibc
import Synchronization

/// Ctrl-C and the polite kill: noted, so that a run can stop where nothing is half done.
public enum Interrupts {
  // A signal handler may touch nothing but lock-free state, so this is one atomic flag.
  private static let flag = Atomic<Bool>(false)

  /// Whether the process was asked to stop.
  public static var isAsked: Bool { flag.load(ordering: .relaxed) }

  /// Notes SIGINT and SIGTERM from now on; a second one ends the process at once.
  ///
  /// It also makes a pipe without a reader and a file that may not grow any more errors.
  ///
  /// The corresponding C function is `signal`.
  public static func note() {
    for number in [SIGINT, SIGTERM] {
      // Who asks twice wants no more patience: what is published is whole at any moment.
      signal(number) { _ in
        if Interrupts.flag.exchange(true, ordering: .relaxed) { _exit(130) }
      }
    }
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
  }
}
