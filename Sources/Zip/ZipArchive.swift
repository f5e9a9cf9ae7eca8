import CZip

/// A ZIP archive in memory, read only; the bytes must outlive it.
@safe public struct ZipArchive: ~Copyable, ~Escapable {
  private let archive: OpaquePointer

  /// Opens an archive, if asked only one whose headers all agree.
  ///
  /// The corresponding C functions are `zip_source_buffer_create` and `zip_open_from_source`.
  @_lifetime(copy bytes)
  public init(_ bytes: Span<UInt8>, checksConsistency: Bool) throws(ZipError) {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    let source = unsafe bytes.withUnsafeBufferPointer {
      unsafe zip_source_buffer_create($0.baseAddress, zip_uint64_t($0.count), 0, &error)
    }
    guard let source = unsafe source else {
      throw unsafe ZipError("zip_source_buffer_create", &error)
    }
    let flags = ZIP_RDONLY | (checksConsistency ? ZIP_CHECKCONS : 0)
    guard let archive = unsafe zip_open_from_source(source, flags, &error) else {
      unsafe zip_source_free(source)
      throw unsafe ZipError("zip_open_from_source", &error)
    }
    unsafe self.archive = archive
  }

  deinit { unsafe zip_discard(archive) }

  /// An entry as the directory of the archive describes it.
  public struct Entry: Sendable, Hashable {
    /// The number of the entry, from 0.
    public let index: Int
    /// The name, with folders before slashes.
    public let name: String
    /// The size unpacked, as the directory says.
    public let size: Int
    /// The size packed, as the directory says.
    public let packedSize: Int
    /// Whether a password is needed.
    public let isEncrypted: Bool
  }

  /// The number of entries.
  ///
  /// The corresponding C function is `zip_get_num_entries`.
  public var entryCount: Int { unsafe Int(zip_get_num_entries(archive, 0)) }

  /// The description of an entry.
  ///
  /// The corresponding C function is `zip_stat_index`.
  public func entry(at index: Int) throws(ZipError) -> Entry {
    var status = unsafe zip_stat_t()
    guard unsafe zip_stat_index(archive, zip_uint64_t(index), 0, &status) == 0 else {
      throw unsafe ZipError("zip_stat_index", zip_get_error(archive))
    }
    let name = unsafe status.name.map { unsafe String(cString: $0) } ?? ""
    return unsafe Entry(
      index: index, name: name, size: Int(clamping: status.size),
      packedSize: Int(clamping: status.comp_size),
      isEncrypted: status.encryption_method != ZIP_EM_NONE)
  }

  /// Opens an entry to read it from its start.
  ///
  /// The corresponding C function is `zip_fopen_index`.
  @_lifetime(borrow self)
  public borrowing func open(_ entry: Entry) throws(ZipError) -> ZipEntryReader {
    guard let file = unsafe zip_fopen_index(archive, zip_uint64_t(entry.index), 0) else {
      throw unsafe ZipError("zip_fopen_index", zip_get_error(archive))
    }
    return unsafe ZipEntryReader(file, of: self)
  }
}

/// An open entry of an archive, unpacked piece by piece.
@safe public struct ZipEntryReader: ~Copyable, ~Escapable {
  private let file: OpaquePointer

  @_lifetime(borrow archive)
  init(_ file: OpaquePointer, of archive: borrowing ZipArchive) {
    unsafe self.file = file
  }

  deinit { unsafe zip_fclose(file) }

  /// Fills a buffer from its start, up to a limit, and says how many bytes there were; zero at the
  /// end.
  ///
  /// The checksum of the entry is compared when its end is reached.
  ///
  /// The corresponding C function is `zip_fread`.
  public mutating func read(
    into buffer: inout [UInt8], upTo limit: Int = .max
  ) throws(ZipError) -> Int {
    let count = unsafe buffer.withUnsafeMutableBytes {
      unsafe zip_fread(file, $0.baseAddress, zip_uint64_t(min($0.count, limit)))
    }
    guard count >= 0 else { throw unsafe ZipError("zip_fread", zip_file_get_error(file)) }
    return Int(count)
  }

  /// Whether the entry has ended, with the checksum that it should have; one byte more is read where
  /// it has not.
  ///
  /// The corresponding C function is `zip_fread`.
  public mutating func isAtEnd() -> Bool {
    var byte: UInt8 = 0
    return unsafe zip_fread(file, &byte, 1) == 0
  }
}
