import Support

/// The words and sizes that the writer and the reader of pins share.
enum PinFormat {
  /// Raised when the layout of the file changes.
  static let version = 2
  /// What the first line starts with.
  static let magic = "upsilon pin "
  /// The first line: the version, and what the lines of columns have.
  static let head =
    "\(magic)\(version)  columns: name kind unit digest missing, then min max mean std or distinct"
  /// The longest line, in characters.
  static let width = 160
  /// Starts the rest of a line that is longer than that.
  static let continuation = "+ "
  /// Stands for an empty unit, and for a statistic that there is none of.
  static let none = "-"
  /// The key of the spec whose value stands on a line for each of its elements.
  static let steps = "analyses"
  /// What a spec has where nothing is said, which a pin leaves out.
  static let unsaid: [JSONValue.Member] = [.init("bounds", [:]), .init("tables", .null)]

  /// What to do about a lock that is damaged, where nothing better is known.
  static func advice(on lock: SourceText) -> String {
    let spec = lock.name.hasSuffix(".lock") ? String(lock.name.dropLast(5)) : "SPEC"
    return "restore it, or 'upsilon pin \(spec)' writes it anew"
  }

  /// The kinds of line, by the word that they start with.
  enum Keyword: String, CaseIterable {
    case identity, units, sample, input, spec, step, table
  }
}
