extension UInt8 {
  package var isDigit: Bool {
    self &- UInt8(ascii: "0") < 10
  }

  /// A letter, a digit or an underscore; letters are those of ASCII.
  package var isWordByte: Bool {
    isDigit || self == UInt8(ascii: "_") || (self | 0x20) &- UInt8(ascii: "a") < 26
  }

  var isHexadecimalDigit: Bool {
    isDigit || (self | 0x20) &- UInt8(ascii: "a") < 6
  }

  /// White space of JSON: space, tab, line feed, carriage return.
  var isSpace: Bool {
    self == 0x20 || self == 0x0a || self == 0x0d || self == 0x09
  }
}
