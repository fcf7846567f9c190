/// What is counted of tables while they are made, chunk by chunk.
package struct Tally: Sendable {
  /// The largest value met, and what it is of.
  package struct Peak: Sendable {
    package let value: Double
    package let label: String

    package init(value: Double, label: String) {
      (self.value, self.label) = (value, label)
    }
  }

  private var counts: [String: Int] = [:]
  private var peaks: [String: Peak] = [:]

  package init() {}

  /// How many were counted under a name.
  package subscript(name: String) -> Int { counts[name, default: 0] }

  /// The largest value under a name; the first, should there be several.
  package func peak(_ name: String) -> Peak? { peaks[name] }

  package mutating func add(_ count: Int, as name: String) {
    counts[name, default: 0] += count
  }

  package mutating func add(_ peak: Peak, as name: String) {
    if let known = peaks[name], !(peak.value > known.value) { return }
    peaks[name] = peak
  }

  /// Adds what was counted of the rows that follow.
  package mutating func add(_ next: Tally) {
    counts.merge(next.counts, uniquingKeysWith: +)
    for (name, peak) in next.peaks { add(peak, as: name) }
  }
}
