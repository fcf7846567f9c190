extension Table {
  /// The words of a column as cases, `nil` for what is missing or none of them; shape `[rows]`.
  ///
  /// - Parameters:
  ///   - column: The name of a column of words; without such a column nothing is known of any row.
  ///   - type: The cases.
  /// - Returns: One case a row.
  package func words<Word: RawRepresentable>(
    _ column: String, as type: Word.Type
  ) -> [Word?] where Word.RawValue == String {
    guard let codes = self[column], let vocabulary = schema[column]?.vocabulary else {
      return [Word?](repeating: nil, count: rowCount)
    }
    let cases = vocabulary.map(Word.init)
    return codes.map { $0.isNaN ? nil : cases[Int($0)] }
  }

  /// Where each row's word stands in the vocabulary, `nil` for a missing one; shape `[rows]`.
  package func items(_ column: String) -> [Int?] {
    self[column].map { codes in codes.map { $0.isNaN ? nil : Int($0) } }
      ?? [Int?](repeating: nil, count: rowCount)
  }

  /// One value as text, by the name of its column; empty where missing.
  package func text(row: Int, of column: String) -> String {
    schema.index(of: column).map { text(row: row, column: $0) } ?? ""
  }

  /// How often a column holds each word of its vocabulary, those that it does not hold left out.
  package func wordCounts(of column: String) -> [(word: String, count: Int)] {
    guard let codes = self[column], let words = schema[column]?.vocabulary else { return [] }
    var counts = [Int](repeating: 0, count: words.count)
    for code in codes where !code.isNaN { counts[Int(code)] += 1 }
    return zip(words, counts).filter { $0.1 > 0 }.map { (word: $0, count: $1) }
  }

  /// The rows whose column holds a word, in order.
  package func rows(where column: String, is word: String) -> [Int] {
    guard let codes = self[column],
      let position = schema[column]?.vocabulary?.firstIndex(of: word)
    else { return [] }
    let code = Double(position)
    return codes.indices.filter { codes[$0] == code }
  }
}
