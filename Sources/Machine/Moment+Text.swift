#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Moment {
  /// Reads a moment of universal time as ``text`` writes it: `2026-11-30T04:04:56.499Z`.
  ///
  /// - SeeAlso: RFC 3339.
  package init?(_ text: String) {
    let form = "0000-00-00T00:00:00.000Z"
    guard text.utf8.count == form.utf8.count,
      zip(text.utf8, form.utf8).allSatisfy({ $1 == UInt8(ascii: "0") ? 48...57 ~= $0 : $0 == $1 })
    else { return nil }
    // Every run of digits is short enough.
    let numbers = text.split { !$0.isNumber }.compactMap { Int32($0) }
    guard numbers.count == 7 else { return nil }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
    self.init(milliseconds: Int(timegm(&parts)) * 1000 + Int(numbers[6]))
    // The system takes the 31st of February for a day of March.
    guard self.text == text else { return nil }
  }

  /// The moment in universal time: `2026-11-30T04:04:56.499Z`.
  package var text: String {
    "\(day)T\(clock).\(Self.digits(milliseconds - 1000 * second, 3))Z"
  }

  /// The second in which it lies, in universal time: `2026-11-30T04:04:56Z`.
  package var textOfSecond: String { "\(day)T\(clock)Z" }

  /// Whole seconds since the beginning of 1970, those before it counted down.
  private var second: Int { (milliseconds - (milliseconds % 1000 + 1000) % 1000) / 1000 }

  private var calendar: tm {
    var (time, parts) = (time_t(second), tm())
    gmtime_r(&time, &parts)
    return parts
  }

  private var day: String {
    let parts = calendar
    return Self.digits(Int(parts.tm_year) + 1900, 4) + "-" + Self.digits(Int(parts.tm_mon) + 1, 2)
      + "-" + Self.digits(Int(parts.tm_mday), 2)
  }

  private var clock: String {
    let parts = calendar
    return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { Self.digits(Int($0), 2) }
      .joined(separator: ":")
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = "\(number)"
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
