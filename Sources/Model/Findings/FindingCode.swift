/// The catalogue of findings; the raw values are published and stay as they are.
public enum FindingCode: String, Sendable, Hashable, CaseIterable {
  // Sources
  case sourceRefused = "source-refused"
  case sourceMissing = "source-missing"
  case sourceUnclaimed = "source-unclaimed"
  case sourceEmpty = "source-empty"
  case sourceShrank = "source-shrank"
  case sourceOtherKind = "source-other-kind"
  case columnsMoved = "columns-moved"
  case sourceKept = "source-kept"
  // Reading, in the vocabulary of table validators where it has a word
  case encodingError = "encoding-error"
  case encodingUncertain = "encoding-uncertain"
  case contentDiffersFromName = "content-differs-from-name"
  case archiveInconsistent = "archive-inconsistent"
  case sourceDamaged = "source-damaged"
  case pageWithoutText = "page-without-text"
  case nulByte = "nul-byte"
  case blankHeader = "blank-header"
  case blankLabel = "blank-label"
  case duplicateLabel = "duplicate-label"
  case missingCell = "missing-cell"
  case extraCell = "extra-cell"
  case blankRow = "blank-row"
  case strayQuote = "stray-quote"
  case lineBreakInCell = "line-break-in-cell"
  case coveredValue = "covered-value"
  case formulaWithoutValue = "formula-without-value"
  case floatResidue = "float-residue"
  case impossibleDate = "impossible-date"
  case numberAsText = "number-as-text"
  // Dates and amounts
  case dateImpossible = "date-impossible"
  case dateFlagged = "date-flagged"
  case amountUnreadable = "amount-unreadable"
  case unitUnknown = "unit-unknown"
  case severalValues = "several-values"
  case tornNumber = "torn-number"
  case symbolInNumbers = "symbol-in-numbers"
  case repeatedValues = "repeated-values"
  case severalTables = "several-tables"
  case tableUnread = "table-unread"
  case hiddenCells = "hidden-cells"
  case excessDigits = "excess-digits"
  // Links and names
  case linkAmbiguous = "link-ambiguous"
  case programmeUnknown = "programme-unknown"
  case projectUnknown = "project-unknown"
  case ministryUnknown = "ministry-unknown"
  case nameVariant = "name-variant"
  // Checks
  case total
  case printedTotal = "printed_total"
  case priorYear = "prior_year"
  case restated
  case components
  case series
  case target
  case registry
  case crossMinistry = "cross_ministry"
  case rounding
  // People's answers
  case decisionStale = "decision-stale"
  case decisionUnused = "decision-unused"
  case waiverExpired = "waiver-expired"
  case waiverUnused = "waiver-unused"
}

extension FindingCode {
  /// How much a finding of this code matters unless a pipeline file says otherwise.
  public var severity: Severity {
    switch self {
    case .sourceRefused, .sourceMissing, .encodingError, .total, .printedTotal, .components,
      .dateImpossible, .amountUnreadable:
      .error
    case .floatResidue, .blankRow, .lineBreakInCell, .numberAsText, .programmeUnknown, .registry,
      .dateFlagged, .rounding, .symbolInNumbers, .repeatedValues, .severalTables, .excessDigits:
      .info
    default: .warning
    }
  }
}

extension FindingCode {
  /// The rule for machine-readable tables that such a finding is a breach of, by the number of the
  /// government's list (統計表における機械判読可能なデータの表記方法の統一ルール).
  public var machineReadabilityRule: String? {
    switch self {
    case .severalValues: "1-2"
    case .numberAsText, .amountUnreadable, .excessDigits, .floatResidue: "1-3"
    case .coveredValue: "1-4"
    case .tornNumber, .lineBreakInCell, .blankRow: "1-5"
    case .blankHeader, .blankLabel, .duplicateLabel: "1-6"
    case .formulaWithoutValue: "1-7"
    case .unitUnknown: "1-9"
    case .symbolInNumbers: "1-13"
    case .severalTables: "1-15"
    default: nil
    }
  }
}
