import Console
import Support

/// A diagnostic for another program: an editor, or a check of many specs.
enum DiagnosticJSON {
  /// What is wrong, where, and what to do about it; lines and columns count from 1, the end is the
  /// place behind the last character.
  static func value(_ diagnostic: Diagnostic, _ invocation: Invocation) -> JSONValue {
    let help = diagnostic.help.map { JSONValue.string(invocation.text($0)) }
    return .object(
      [
        .init("severity", .string(diagnostic.severity.rawValue)),
        .init("message", .string(diagnostic.message)),
        .init("help", help ?? .null),
      ] + place(diagnostic.place))
  }

  private static func place(_ place: Place?) -> [JSONValue.Member] {
    guard let place else {
      return ["file", "line", "column", "end_line", "end_column"].map { .init($0, .null) }
    }
    let (start, end) = (place.location, place.source.location(of: place.span.upperBound))
    return [
      .init("file", .string(place.source.name)),
      .init("line", .number(Double(start.line))), .init("column", .number(Double(start.column))),
      .init("end_line", .number(Double(end.line))),
      .init("end_column", .number(Double(end.column))),
    ]
  }
}
