/// How a printed figure was made from the exact one.
public enum Rounding: String, ColumnWord, Hashable {
  /// To the nearest unit (四捨五入).
  case round
  /// Cut off towards zero (切り捨て).
  case truncate
  /// Printed in full.
  case exact
  /// Nothing says.
  case unknown
}
