import Support
import Tables

/// Looks for words that a format would make one.
enum WordCheck {
  /// Words of a column that are spelled alike, each pair with the row where the second stands.
  ///
  /// - Parameters:
  ///   - tables: What is to be written.
  ///   - spelled: How the format spells a word.
  /// - Returns: Sentences.
  static func mistakes(in tables: [ExportedTable], _ spelled: (String) -> String) -> [String] {
    tables.flatMap { table in
      table.schema.columns.enumerated().compactMap { index, column in
        mistake(table, index, column, spelled)
      }
    }
  }

  private static func mistake(
    _ table: ExportedTable, _ index: Int, _ column: ColumnSchema, _ spelled: (String) -> String
  ) -> String? {
    let spellings = column.words.map(spelled)
    guard spellings != column.words else { return nil }
    let used = table.firstRows(of: index).enumerated().compactMap { word, row in
      row.map { (word: word, row: $0) }
    }
    var first: [String: Int] = [:]
    for (word, row) in used.sorted(by: { $0.row < $1.row }) {
      guard let other = first[spellings[word]] else {
        first[spellings[word]] = word
        continue
      }
      return "row \(row + 1) of '\(table.name)': '\(column.words[word])' in column "
        + "'\(column.name)' cannot be told from '\(column.words[other])' of an earlier row"
    }
    return nil
  }
}
