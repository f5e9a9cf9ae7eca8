import Glibc

/// What the run should know of its process and its machine.
public enum Machine {
  /// Lets memory that is given back stay with the process; to be called once.
  ///
  /// The C library gives what lies at the end of its memory back to the system, and asks for it
  /// again with the next small file; after a large block was given back it waits until there is
  /// more of it.
  ///
  /// The corresponding C functions are `malloc` and `free`.
  public static func keepMemory() {
    let block = unsafe malloc(1 << 20)
    // Looked at by the system, so that no compiler leaves the block out.
    var mark: UInt8 = 0
    unsafe withUnsafeMutablePointer(to: &mark) { _ = unsafe mincore(block, 0, $0) }
    unsafe free(block)
  }

  /// The number of processors that work can be shared out to.
  ///
  /// The corresponding C function is `sysconf`.
  public static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The name of the machine.
  ///
  /// The corresponding C function is `gethostname`.
  public static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard unsafe gethostname(&name, name.count - 1) == 0 else { return "" }
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Tells this build of the program from others: the size and time of its file.
  ///
  /// The corresponding C function is `stat`.
  public static let programStamp: String = {
    var status = stat()
    guard unsafe stat("/proc/self/exe", &status) == 0 else { return "" }
    return "\(status.st_size)-\(status.st_mtim.tv_sec)-\(status.st_mtim.tv_nsec)"
  }()

  /// Whether the process may still take this much room for addresses; nothing is kept.
  ///
  /// The corresponding C function is `mmap`.
  public static func hasRoom(megabytes: Int) -> Bool {
    let size = megabytes << 20
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    let room = unsafe mmap(nil, size, PROT_NONE, flags, -1, 0)
    guard let room = unsafe room, unsafe room != MAP_FAILED else { return false }
    unsafe munmap(room, size)
    return true
  }

  /// The number of this process.
  ///
  /// The corresponding C function is `getpid`.
  public static var processNumber: Int { Int(getpid()) }

  /// Ends the process with an exit code.
  ///
  /// The corresponding C function is `exit`.
  public static func exit(_ code: Int32) -> Never { Glibc.exit(code) }
}
