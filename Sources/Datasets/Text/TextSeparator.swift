/// What stands between the fields of a row.
package enum TextSeparator: String, CaseIterable, Sendable {
  /// Any number of blanks and tabs.
  case blanks = "blank"
  case tab
  case comma = ","
  case semicolon = ";"
  case bar = "|"

  /// The byte between two fields; `nil` where it is any number of blanks.
  var byte: UInt8? {
    switch self {
    case .blanks: nil
    case .tab: UInt8(ascii: "\t")
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .bar: UInt8(ascii: "|")
    }
  }
}
