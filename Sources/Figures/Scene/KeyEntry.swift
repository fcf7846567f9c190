/// A line of a key: a sample of a mark and what it stands for.
package struct KeyEntry: Equatable, Sendable {
  /// In the markup of labels.
  package var text: String
  /// Beneath it, quieter; empty for none.
  package var detail: String
  package var sample: Sample

  package init(_ text: String, detail: String, _ sample: Sample) {
    (self.text, self.detail, self.sample) = (text, detail, sample)
  }

  /// What a mark looks like.
  package enum Sample: Equatable, Sendable {
    case point(Paint, isHollow: Bool)
    /// A mark on a map: an outline only.
    case outline(Paint)
    /// A point with an error bar.
    case errorBar(Paint)
    case line(Paint, width: Double)
    case band(Paint, Double)
    case bar(Paint, isHollow: Bool)
  }
}
