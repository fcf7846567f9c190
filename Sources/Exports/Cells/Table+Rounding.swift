import Tables

extension Table {
  /// The table with its real numbers rounded to so many significant digits; `nil` keeps them.
  ///
  /// Rounding takes the shortest digits of a number, half away from zero.
  func rounded(to digits: Int?) -> Table {
    guard let digits else { return self }
    let rounded = zip(schema.columns, values).map { column, values in
      guard case .real = column.kind else { return values }
      return values.map { value in
        guard value.isFinite, value != 0 else { return value }
        let number = RoundedNumber(value.magnitude)
        guard let short = number.rounded(to: digits), short != number else { return value }
        let text = "\(short.mantissa(decimals: short.digits.count - 1))e\(short.exponent)"
        return (Double(text) ?? value) * (value < 0 ? -1 : 1)
      }
    }
    return Table(schema, rounded)
  }
}
