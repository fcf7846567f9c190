package import Support

/// What is wrong with data files, on its way into a report.
///
/// All mistakes are counted; of each file the first twenty are told, and ``finish()`` says how many
/// more there are.
package final class Mistakes {
  /// How many mistakes of one file are told.
  package static let told = 20

  private let report: InputReport
  private var sources: [SourceText] = []
  private var counts: [Int] = []
  private var positions: [ObjectIdentifier: Int] = [:]
  private var withoutFile = 0

  package init(_ report: InputReport) {
    self.report = report
  }

  /// Adds a mistake that lies in some bytes of a file; what is not told is not worked out either.
  package func add(
    _ message: @autoclosure () -> String, _ source: SourceText, _ span: Range<Int>,
    help: @autoclosure () -> String? = nil
  ) {
    let index = positions[ObjectIdentifier(source), default: sources.count]
    if index == sources.count {
      positions[ObjectIdentifier(source)] = index
      sources.append(source)
      counts.append(0)
    }
    counts[index] += 1
    guard counts[index] <= Self.told else { return }
    report.error(message(), at: Place(source, span), help: help())
  }

  /// Adds a mistake that no file holds, such as a missing file.
  package func add(_ message: String, help: String? = nil) {
    withoutFile += 1
    report.error(message, at: nil, help: help)
  }

  /// How many mistakes there are so far, told or not.
  package var count: Int {
    counts.reduce(withoutFile, +)
  }

  /// Says of each file how many mistakes were not told.
  package func finish() {
    for (source, count) in zip(sources, counts) where count > Self.told {
      let more = count - Self.told
      report.add(
        Diagnostic(
          .error, "and \(more.counted("more mistake", "more mistakes")) in \(source.name)",
          count: more))
    }
  }
}
