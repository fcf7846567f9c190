/// A line of words over a block or a figure.
package struct HeadLine: Equatable, Sendable {
  /// From the left edge.
  package var left: [Phrase]
  /// Up to the right edge.
  package var right: [Phrase]

  package init(left: [Phrase], right: [Phrase]) {
    (self.left, self.right) = (left, right)
  }

  /// Some words in one look.
  package struct Phrase: Equatable, Sendable {
    /// In the markup of labels.
    package var text: String
    package var weight: Weight
    package var tone: Tone
    /// Stands before the words, as in a key.
    package var sample: KeyEntry.Sample?

    package init(_ text: String, _ weight: Weight, _ tone: Tone, sample: KeyEntry.Sample?) {
      (self.text, self.weight, self.tone, self.sample) = (text, weight, tone, sample)
    }
  }

  /// How loud words are: a heading 8.5 bold, a strong label 7.5 bold, a label 7.5, a direct label
  /// 6.8, a note 6.2.
  package enum Weight: Sendable {
    case heading, strong, label, direct, note
  }
}
