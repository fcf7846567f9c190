package import Support

/// What is wrong with data files, on its way into a report.
///
/// The same mistake in more than a few rows or files is told once, with how often it was made. Two
/// mistakes are the same if their messages are, apart from what stands in the field. What is found
/// is told by ``finish()``.
package final class Mistakes {
  /// How many mistakes of one kind are told one by one.
  package static let few = 3
  /// How many mistakes are looked at; those beyond are counted.
  static let looked = 10_000

  /// The mistakes of one kind.
  private struct Kind {
    var first: [Diagnostic]
    /// Of all, those that are not kept included.
    var count: Int
    /// How many mistakes each file has.
    var files: [ObjectIdentifier: Int]
  }

  private let report: InputReport
  private var kinds: [Kind] = []
  private var positions: [String: Int] = [:]
  /// How many mistakes there are so far, told or not.
  package private(set) var count = 0

  package init(_ report: InputReport) {
    self.report = report
  }

  /// Adds a mistake that lies in some bytes of a file; what is not told is not worked out either.
  package func add(
    _ message: @autoclosure () -> String, _ source: SourceText, _ span: Range<Int>,
    help: @autoclosure () -> String? = nil
  ) {
    count += 1
    guard count <= Self.looked else { return }
    keep(Diagnostic(.error, message(), at: Place(source, span), help: help()))
  }

  /// Adds a mistake of the spec that names the files.
  func add(_ message: String, at place: Place?, help: String? = nil) {
    add(Diagnostic(.error, message, at: place, help: help))
  }

  /// Adds a mistake that was found by somebody else.
  func add(_ diagnostic: Diagnostic) {
    count += 1
    guard count <= Self.looked else { return }
    keep(diagnostic)
  }

  /// Adds a mistake that no file holds, such as a missing file.
  package func add(_ message: String, help: String? = nil) {
    add(Diagnostic(.error, message, help: help))
  }

  private func keep(_ diagnostic: Diagnostic) {
    let key = Self.kind(of: diagnostic.message)
    let index = positions[key, default: kinds.count]
    if index == kinds.count {
      positions[key] = index
      kinds.append(Kind(first: [], count: 0, files: [:]))
    }
    // What stands in a spec is said of each file that is read by it.
    guard !kinds[index].first.contains(diagnostic) else { return }
    kinds[index].count += 1
    if let place = diagnostic.place {
      kinds[index].files[ObjectIdentifier(place.source), default: 0] += 1
    }
    if kinds[index].first.count < Self.few { kinds[index].first.append(diagnostic) }
  }

  /// A message without what stands in the field.
  private static func kind(of message: String) -> String {
    message.firstRange(of: ", not '").map { String(message[..<$0.lowerBound]) } ?? message
  }

  /// Tells what was found.
  package func finish() {
    for kind in kinds {
      guard kind.count > Self.few, let first = kind.first.first else {
        for diagnostic in kind.first { report.add(diagnostic) }
        continue
      }
      report.add(
        Diagnostic(
          .error, "\(first.message) (and so in \(Self.rest(kind)))", at: first.place,
          help: first.help, count: kind.count))
    }
    kinds = []
    positions = [:]
    guard count > Self.looked else { return }
    let more = count - Self.looked
    report.add(
      Diagnostic(
        .error, "and \(more.counted("more mistake", "more mistakes")) in the data", count: more))
    count = Self.looked
  }

  /// Where else a mistake was made.
  private static func rest(_ kind: Kind) -> String {
    let (more, files) = (kind.count - 1, kind.files.count)
    if files == kind.count { return "\(more.grouped) more files" }
    let rows = "\(more.grouped) more places"
    return files > 1 ? "\(rows) of \(files.grouped) files" : rows
  }
}
