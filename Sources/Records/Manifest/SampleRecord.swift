import Support

/// The sample of a run, as its manifest has it.
package struct SampleRecord: Equatable, Sendable {
  /// How many points of curves there are.
  package let points: Int
  /// The names of the galaxies.
  package let galaxies: [String]

  package init(points: Int, galaxies: [String]) {
    self.points = points
    self.galaxies = galaxies
  }

  static let codec = RecordCodec<SampleRecord>.object(
    { _, points, galaxies in SampleRecord(points: points, galaxies: galaxies) },
    RecordField("galaxies", \.galaxies.count, .count),
    RecordField("points", \.points, .count),
    RecordField("names", \.galaxies, RecordCodec.text.list)
  )
  .checking { sample, node, report in
    guard let stated = node["galaxies"], stated.number != Double(sample.galaxies.count) else {
      return
    }
    report.error(
      "the sample has \(sample.galaxies.count.grouped) names, not as many as it has galaxies",
      at: stated.place)
  }
}
