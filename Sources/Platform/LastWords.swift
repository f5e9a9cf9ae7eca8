import Glibc

/// What the process says where it cannot go on at all: no memory, or a fault of its own.
///
/// Swift ends a process by a signal then, and a shell would show a bare "Illegal instruction".
public enum LastWords {
  private static let signals = [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE]

  /// Where the handler stands when the usual stack is used up: held for as long as the process
  /// lives, so that tools which look for lost memory see who has it.
  nonisolated(unsafe) private static let room = unsafe malloc(stackSize)
  private static let stackSize = 1 << 16

  /// Ends the process with an exit code and these words where it would be ended by a fault.
  ///
  /// The corresponding C functions are `sigaltstack` and `sigaction`.
  public static func prepare() {
    if let room = unsafe room {
      var stack = unsafe stack_t()
      unsafe stack.ss_sp = room
      unsafe stack.ss_size = stackSize
      unsafe sigaltstack(&stack, nil)
    }
    var action = sigaction()
    // Only calls that are allowed in a handler: no Swift value is made here.
    unsafe action.__sigaction_handler.sa_handler = { _ in
      let words: StaticString = """
        choai: no memory is left, or the program has a fault; it cannot go on
          Nothing half-done is shown: what was published is whole. Give it more memory, or report it.

        """
      unsafe _ = Glibc.write(2, words.utf8Start, words.utf8CodeUnitCount)
      _exit(4)
    }
    action.sa_flags = SA_ONSTACK
    for number in signals { unsafe sigaction(number, &action, nil) }
  }
}
