/// What people are told about findings of one code: in the documentation, and in the report.
public struct FindingExplanation: Sendable, Hashable {
  /// The Japanese title.
  public let title: String
  /// What such a finding means.
  public let meaning: String
  /// What to do about it.
  public let advice: String
  /// What such a finding means, in Japanese.
  public let japaneseMeaning: String
  /// What to do about it, in Japanese.
  public let japaneseAdvice: String
  /// The message of such a finding.
  public let sample: String
}

extension FindingCode {
  /// What people are told about findings of this code.
  public var explanation: FindingExplanation {
    switch self {
    case .sourceRefused: .sourceRefused
    case .sourceMissing: .sourceMissing
    case .sourceUnclaimed: .sourceUnclaimed
    case .sourceEmpty: .sourceEmpty
    case .sourceShrank: .sourceShrank
    case .sourceOtherKind: .sourceOtherKind
    case .columnsMoved: .columnsMoved
    case .sourceKept: .sourceKept
    case .encodingError: .encodingError
    case .encodingUncertain: .encodingUncertain
    case .contentDiffersFromName: .contentDiffersFromName
    case .archiveInconsistent: .archiveInconsistent
    case .sourceDamaged: .sourceDamaged
    case .pageWithoutText: .pageWithoutText
    case .nulByte: .nulByte
    case .blankHeader: .blankHeader
    case .blankLabel: .blankLabel
    case .duplicateLabel: .duplicateLabel
    case .missingCell: .missingCell
    case .extraCell: .extraCell
    case .blankRow: .blankRow
    case .strayQuote: .strayQuote
    case .lineBreakInCell: .lineBreakInCell
    case .coveredValue: .coveredValue
    case .formulaWithoutValue: .formulaWithoutValue
    case .floatResidue: .floatResidue
    case .impossibleDate: .impossibleDate
    case .numberAsText: .numberAsText
    case .dateImpossible: .dateImpossible
    case .dateFlagged: .dateFlagged
    case .amountUnreadable: .amountUnreadable
    case .unitUnknown: .unitUnknown
    case .severalValues: .severalValues
    case .tornNumber: .tornNumber
    case .symbolInNumbers: .symbolInNumbers
    case .repeatedValues: .repeatedValues
    case .severalTables: .severalTables
    case .tableUnread: .tableUnread
    case .hiddenCells: .hiddenCells
    case .excessDigits: .excessDigits
    case .linkAmbiguous: .linkAmbiguous
    case .programmeUnknown: .programmeUnknown
    case .projectUnknown: .projectUnknown
    case .ministryUnknown: .ministryUnknown
    case .nameVariant: .nameVariant
    case .total: .total
    case .printedTotal: .printedTotal
    case .priorYear: .priorYear
    case .restated: .restated
    case .components: .components
    case .series: .series
    case .target: .target
    case .registry: .registry
    case .crossMinistry: .crossMinistry
    case .rounding: .rounding
    case .decisionStale: .decisionStale
    case .decisionUnused: .decisionUnused
    case .waiverExpired: .waiverExpired
    case .waiverUnused: .waiverUnused
    }
  }
}
