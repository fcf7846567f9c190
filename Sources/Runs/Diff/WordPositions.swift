/// Where the words of one vocabulary stand in another.
struct WordPositions {
  private let positions: [Double]
  private let otherCount: Int

  /// - Parameters:
  ///   - words: The words.
  ///   - vocabulary: Where they are looked for.
  init(of words: [String], in vocabulary: [String]) {
    let known = vocabulary.enumerated().map { ($1, Double($0)) }
    let places = Dictionary(known) { first, _ in first }
    positions = words.map { places[$0] ?? .nan }
    otherCount = vocabulary.count
  }

  /// Whether it is of vocabularies of some size, which only grow.
  func isOf(_ count: Int, _ otherCount: Int) -> Bool {
    positions.count == count && self.otherCount == otherCount
  }

  /// The position of the word with a code in the other vocabulary; NaN for none.
  subscript(code: Double) -> Double { positions[Int(code)] }
}
