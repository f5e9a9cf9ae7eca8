import CXLSXWriter

/// Writes an Excel workbook, one sheet after the other and one row after the other; the same calls
/// give the same bytes.
///
/// Only the row that is being written is held in memory: a cell of an earlier row, or of an earlier
/// sheet, cannot be written any more.
@safe public struct WorkbookWriter: ~Copyable {
  /// How many rows a sheet can have.
  public static let maxRows = Int(LXW_ROW_MAX)
  /// How many UTF-16 units a cell can hold.
  public static let maxTextLength = 32_767
  /// How many links a sheet can have.
  public static let maxLinks = 65_530

  // The library writes the time of writing into the file; this one (1980-01-01) stands for none.
  private static let fixedTime: Int64 = 315_532_800

  private static let linkColour: UInt32 = 0x0563C1

  // Nothing once closed; freeing nothing does no harm.
  private var handle: UnsafeMutablePointer<lxw_workbook>?
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  // The formats of all styles that were asked for, the usual one first.
  private var formats: [UnsafeMutablePointer<lxw_format>?] = unsafe [nil]
  private var positions: [CellStyle: Int] = [CellStyle(): 0]
  // A text on its way into the library, which wants a zero behind it.
  private var text: [UInt8] = []

  /// The style of cells, made ready by `format`.
  public struct Format: Sendable, Hashable {
    /// That of a plain cell.
    public static let plain = Format(position: 0)

    fileprivate let position: Int
  }

  /// Starts a workbook, which is written to a file by `close`; until then the library lays its
  /// parts aside in a folder.
  ///
  /// The corresponding C function is `workbook_new_opt`.
  public init(_ path: String, title: String, temporaryFolder: String) throws(WorkbookError) {
    unsafe handle = choai_new_workbook(path, temporaryFolder)
    guard unsafe handle != nil else {
      throw WorkbookError("make a workbook", LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    let code = unsafe choai_set_properties(handle, title, WorkbookWriter.fixedTime)
    guard code == LXW_NO_ERROR else { throw WorkbookError("set the title", code) }
  }

  deinit { unsafe lxw_workbook_free(handle) }

  /// Whether a cell can hold every text of so many bytes; most texts need no closer look.
  public static func surelyFits(_ bytes: Int) -> Bool {
    // A UTF-16 unit takes at least one byte of UTF-8, and at most seven when it is written as a form.
    bytes * 7 <= maxTextLength
  }

  /// Whether a cell can hold a text.
  public static func fits(_ text: String) -> Bool {
    surelyFits(text.utf8.count) || text.escapedForWorkbook.utf16.count <= maxTextLength
  }

  /// Adds a sheet, which the calls after it write to.
  ///
  /// The corresponding C function is `workbook_add_worksheet`.
  public mutating func beginSheet(_ name: String) throws(WorkbookError) {
    try endSheet()
    let code = unsafe workbook_validate_sheet_name(handle, name)
    guard code == LXW_NO_ERROR else { throw WorkbookError("add the sheet \(name)", code) }
    var reason: UnsafePointer<CChar>?
    guard let added = unsafe choai_add_worksheet(handle, name, &reason) else {
      throw unsafe WorkbookError(
        "add the sheet \(name)", LXW_ERROR_CREATING_TMPFILE,
        reason: reason.map { unsafe String(cString: $0) })
    }
    unsafe sheet = added
  }

  /// Makes a style ready for cells.
  ///
  /// The corresponding C function is `workbook_add_format`.
  public mutating func format(_ style: CellStyle) throws(WorkbookError) -> Format {
    if let known = positions[style] { return Format(position: known) }
    guard let format = unsafe workbook_add_format(handle) else {
      throw WorkbookError("make a style", LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    if !style.numberFormat.isEmpty { unsafe format_set_num_format(format, style.numberFormat) }
    if style.isBold { unsafe format_set_bold(format) }
    if style.wraps { unsafe format_set_text_wrap(format) }
    if let fill = style.fill { unsafe format_set_bg_color(format, fill) }
    if style.isLink {
      unsafe format_set_font_color(format, WorkbookWriter.linkColour)
      unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    let position = unsafe formats.count
    unsafe formats.append(format)
    positions[style] = position
    return Format(position: position)
  }

  /// Writes a text as text, whatever it begins with.
  ///
  /// The corresponding C function is `worksheet_write_string`.
  public mutating func write(
    _ text: String, row: Int, column: Int, _ format: Format = .plain
  ) throws(WorkbookError) {
    try check(
      "write a text",
      unsafe worksheet_write_string(
        current(), UInt32(row), UInt16(column), text.escapedForWorkbook, formats[format.position]))
  }

  /// Writes a text given by its bytes.
  ///
  /// The corresponding C function is `worksheet_write_string`.
  public mutating func write(
    utf8 bytes: ArraySlice<UInt8>, row: Int, column: Int, _ format: Format = .plain
  ) throws(WorkbookError) {
    guard !bytes.span.needsWorkbookEscape else {
      return try write(
        String(decoding: bytes, as: UTF8.self), row: row, column: column, format)
    }
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: bytes)
    text.append(0)
    let code = unsafe text.withUnsafeBytes { text in
      unsafe worksheet_write_string(
        current(), UInt32(row), UInt16(column),
        text.assumingMemoryBound(to: CChar.self).baseAddress,
        formats[format.position])
    }
    try check("write a text", code)
  }

  /// Writes a whole number of at most fifteen digits, all that Excel shows and keeps.
  ///
  /// The corresponding C function is `worksheet_write_number`.
  public mutating func write(
    _ number: Int64, row: Int, column: Int, _ format: Format = .plain
  ) throws(WorkbookError) {
    precondition(number.magnitude <= 999_999_999_999_999)
    try check(
      "write a number",
      unsafe choai_write_integer(
        current(), UInt32(row), UInt16(column), number, formats[format.position]))
  }

  /// Writes a decimal number given by its digits, of which Excel keeps fifteen.
  ///
  /// The corresponding C function is `worksheet_write_number`.
  public mutating func write(
    decimal digits: String, row: Int, column: Int, _ format: Format = .plain
  ) throws(WorkbookError) {
    try check(
      "write a number",
      unsafe choai_write_decimal(
        current(), UInt32(row), UInt16(column), digits, formats[format.position]))
  }

  /// Writes yes or no.
  ///
  /// The corresponding C function is `worksheet_write_boolean`.
  public mutating func write(
    _ flag: Bool, row: Int, column: Int, _ format: Format = .plain
  ) throws(WorkbookError) {
    try check(
      "write a flag",
      unsafe worksheet_write_boolean(
        current(), UInt32(row), UInt16(column), flag ? 1 : 0, formats[format.position]))
  }

  /// Writes a day from 1900 on; Excel knows none before.
  ///
  /// The corresponding C function is `worksheet_write_datetime`.
  public mutating func write(
    year: Int, month: Int, day: Int, row: Int, column: Int, _ format: Format
  ) throws(WorkbookError) {
    precondition((1900...9999).contains(year))
    try check(
      "write a day",
      unsafe choai_write_day(
        current(), UInt32(row), UInt16(column), Int32(year), Int32(month), Int32(day),
        formats[format.position]))
  }

  /// Writes a text that leads to a cell of a sheet.
  ///
  /// The corresponding C function is `worksheet_write_url_opt`.
  public mutating func write(
    _ text: String, linkedTo cell: String, of name: String, row: Int, column: Int,
    _ format: Format
  ) throws(WorkbookError) {
    let quoted = name.utf8.contains(UInt8(ascii: "'")) ? name.replacing("'", with: "''") : name
    try check(
      "write a link",
      unsafe worksheet_write_url_opt(
        current(), UInt32(row), UInt16(column), "internal:'\(quoted)'!\(cell)",
        formats[format.position], text.escapedForWorkbook, nil))
  }

  /// Sets how many characters wide a column is.
  ///
  /// The corresponding C function is `worksheet_set_column`.
  public mutating func setWidth(_ characters: Int, column: Int) throws(WorkbookError) {
    try check(
      "set a width", unsafe choai_set_width(current(), UInt16(column), Int32(characters)))
  }

  /// Keeps the rows above a row and the columns before a column in sight.
  ///
  /// The corresponding C function is `worksheet_freeze_panes`.
  public mutating func freeze(row: Int, column: Int) {
    unsafe worksheet_freeze_panes(current(), UInt32(row), UInt16(column))
  }

  /// Gives a header and the rows below it the buttons that filter.
  ///
  /// The corresponding C function is `worksheet_autofilter`.
  public mutating func filter(rows: ClosedRange<Int>, columns: Int) throws(WorkbookError) {
    try check(
      "set a filter",
      unsafe worksheet_autofilter(
        current(), UInt32(rows.lowerBound), 0, UInt32(rows.upperBound), UInt16(columns - 1)))
  }

  /// Writes the file.
  ///
  /// The corresponding C function is `workbook_close`.
  public consuming func close() throws(WorkbookError) {
    try endSheet()
    // The library frees the workbook whether or not it could write it.
    let code = unsafe workbook_close(handle)
    unsafe handle = nil
    guard code == LXW_NO_ERROR else { throw WorkbookError("write a workbook", code) }
  }

  /// Makes sure that the rows of the sheet are laid aside.
  private func endSheet() throws(WorkbookError) {
    guard let sheet = unsafe sheet else { return }
    guard unsafe choai_rows_are_kept(sheet) != 0 else {
      throw WorkbookError("lay the rows of a sheet aside", LXW_ERROR_CREATING_TMPFILE)
    }
  }

  private func current() -> UnsafeMutablePointer<lxw_worksheet> {
    guard let sheet = unsafe sheet else { preconditionFailure("there is no sheet yet") }
    return unsafe sheet
  }

  private func check(_ operation: String, _ code: lxw_error) throws(WorkbookError) {
    guard code == LXW_NO_ERROR else { throw WorkbookError(operation, code) }
  }
}
