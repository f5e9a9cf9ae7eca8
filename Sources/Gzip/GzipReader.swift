import CZlib

/// Unpacks a gzip file piece by piece; files of several members are one text.
@safe public struct GzipReader: ~Copyable {
  // The library keeps the address of its state, so the state may not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var position = 0
  private var isAtEnd = false

  // A window of 32 KiB, and a header that is that of gzip.
  private static let windowBits: Int32 = 15 + 16

  /// Makes a reader that stands before the first byte of a packed file.
  ///
  /// The corresponding C function is `inflateInit2`.
  public init() throws(GzipError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(stream, GzipReader.windowBits, ZLIB_VERSION, size) == Z_OK else {
      unsafe stream.deallocate()
      throw GzipError(reason: "the library is out of memory")
    }
    unsafe self.stream = stream
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// How many packed bytes have been read.
  public var packedCount: Int { position }

  /// Goes on unpacking a file, the same in each call: fills a buffer from its start and says how
  /// many bytes there were; zero at the end.
  ///
  /// The corresponding C function is `inflate`.
  public mutating func read(
    _ input: Span<UInt8>, into buffer: inout [UInt8]
  ) throws(GzipError) -> Int {
    while !isAtEnd {
      let (count, code) = step(input, &buffer)
      switch code {
      case Z_STREAM_END:
        if position == input.count { isAtEnd = true } else { unsafe inflateReset(stream) }
      case Z_OK: break
      case Z_BUF_ERROR: throw GzipError(reason: "the end of the packed data is missing")
      default: throw GzipError(reason: message)
      }
      if count > 0 { return count }
    }
    return 0
  }

  private mutating func step(
    _ input: Span<UInt8>, _ buffer: inout [UInt8]
  ) -> (count: Int, code: Int32) {
    // The library counts in 32 bits.
    let rest = input.extracting(position...).extracting(first: 1 << 30)
    let size = buffer.count
    let code = unsafe rest.withUnsafeBufferPointer { source in
      unsafe buffer.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(source.count)
        unsafe stream.pointee.next_out = target.baseAddress
        unsafe stream.pointee.avail_out = UInt32(clamping: target.count)
        return unsafe inflate(stream, Z_NO_FLUSH)
      }
    }
    position += unsafe rest.count - Int(stream.pointee.avail_in)
    return unsafe (size - Int(stream.pointee.avail_out), code)
  }

  private var message: String {
    unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "the packed data is damaged"
  }
}

/// Packed data that could not be unpacked.
public struct GzipError: Error, Hashable, CustomStringConvertible {
  /// Why.
  public let reason: String

  /// The reason.
  public var description: String { reason }
}
