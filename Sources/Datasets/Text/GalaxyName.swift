import Support

/// What a galaxy may be called.
enum GalaxyName {
  /// How many letters a name may have.
  static let longest = 100

  /// Tells what is wrong with a name: there is none, it holds a control character, which no table
  /// and no expression can carry, or it has no end.
  ///
  /// - Returns: Whether the name is fine.
  @discardableResult
  static func check(
    _ name: String, _ source: SourceText, _ span: Range<Int>, _ mistakes: Mistakes
  ) -> Bool {
    if name.isEmpty {
      mistakes.add("this row does not name its galaxy", source, span)
      return false
    }
    if let control = name.firstControl {
      mistakes.add(
        "the name of a galaxy cannot hold the control character \(control.spelling)", source, span,
        help: "tables that hold it could not be read again; remove it")
      return false
    }
    if name.count > longest {
      mistakes.add(
        "the name of a galaxy has \(name.count.grouped) letters, and may have \(longest)", source,
        span, help: "a field may lack its comma or its closing quote")
      return false
    }
    return true
  }
}
