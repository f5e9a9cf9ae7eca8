/// A list of plain values that is filled, read and emptied many times over.
///
/// An array would look at its owner at every step.
@safe struct XMLList<Element: BitwiseCopyable>: ~Copyable {
  private var start: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    unsafe start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { unsafe start.deallocate() }

  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(index >= 0 && index < count)
      return unsafe start[index]
    }
    @inline(__always) set {
      precondition(index >= 0 && index < count)
      unsafe start[index] = newValue
    }
  }

  /// Where the first one lies, until more are appended.
  var base: UnsafePointer<Element> {
    @inline(__always) get { unsafe UnsafePointer(start) }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    unsafe (start + count).initialize(to: element)
    count &+= 1
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// Drops what stands at an index and after it.
  @inline(__always)
  mutating func removeAll(from index: Int) {
    precondition(index >= 0 && index <= count)
    count = index
  }

  private mutating func grow() {
    let more = UnsafeMutablePointer<Element>.allocate(capacity: capacity * 2)
    unsafe more.moveInitialize(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = more
    capacity *= 2
  }
}

extension XMLList where Element: Equatable {
  @inline(__always)
  func contains(_ element: Element) -> Bool {
    for index in 0..<count where self[index] == element { return true }
    return false
  }
}
