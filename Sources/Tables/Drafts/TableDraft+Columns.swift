extension TableDraft {
  /// Declares a column of real numbers.
  package mutating func real(
    _ name: String, as role: Role = .value, unit: String = "", _ summary: String
  ) -> Column<Double> {
    Column(index: add(ColumnSchema(name, unit: unit, summary), as: role)) { $0 }
  }

  /// Declares a column of whole numbers.
  package mutating func integer(
    _ name: String, as role: Role = .value, _ summary: String
  ) -> Column<Int> {
    Column(index: add(ColumnSchema(name, .integer, summary), as: role)) { Double($0) }
  }

  /// Declares a column of true and false.
  package mutating func flag(
    _ name: String, as role: Role = .value, _ summary: String
  ) -> Column<Bool> {
    Column(index: add(ColumnSchema(name, .flag, summary), as: role)) { $0 ? 1 : 0 }
  }

  /// Declares a column of words: one for each case.
  ///
  /// - Parameters:
  ///   - name: The name of the column.
  ///   - role: What it is to the table.
  ///   - cases: What may stand in a row.
  ///   - word: The word for a case.
  ///   - summary: What the column says.
  /// - Returns: The column.
  package mutating func word<Word: CaseIterable & Equatable & SendableMetatype>(
    _ name: String, as role: Role = .value, of cases: Word.Type, called word: (Word) -> String,
    _ summary: String
  ) -> Column<Word> {
    let schema = ColumnSchema(name, .word(cases.allCases.map(word)), summary)
    return Column(index: add(schema, as: role)) { $0.tableCode }
  }

  /// Declares a column of words: the raw values of the cases.
  package mutating func word<Word: CaseIterable & RawRepresentable & Equatable & SendableMetatype>(
    _ name: String, as role: Role = .value, of cases: Word.Type, _ summary: String
  ) -> Column<Word> where Word.RawValue == String {
    word(name, as: role, of: cases, called: \.rawValue, summary)
  }

  /// Declares a column of words that are known only at run time.
  ///
  /// - Parameters:
  ///   - name: The name of the column.
  ///   - role: What it is to the table.
  ///   - words: The words; `nil` as long as they are not known, and no row can be written.
  ///   - summary: What the column says.
  /// - Returns: The column.
  package mutating func word(
    _ name: String, as role: Role = .value, among words: [String]?, _ summary: String
  ) -> Column<String> {
    var codes: [String: Double] = [:]
    for (index, word) in (words ?? []).enumerated() where codes[word] == nil {
      codes[word] = Double(index)
    }
    return Column(index: add(ColumnSchema(name, .word(words), summary), as: role)) { [codes] word in
      guard let code = codes[word] else {
        preconditionFailure("column '\(name)' has no word '\(word)'")
      }
      return code
    }
  }

  /// Declares a column that names an item of a list, and is written by the item's index there.
  ///
  /// - Parameters:
  ///   - name: The name of the column.
  ///   - role: What it is to the table.
  ///   - list: The names of the items; `nil` as long as they are not known.
  ///   - summary: What the column says.
  /// - Returns: The column.
  package mutating func item(
    _ name: String, as role: Role = .value, of list: [String]?, _ summary: String
  ) -> Column<Int> {
    Column(index: add(ColumnSchema(name, .word(list), summary), as: role)) { Double($0) }
  }

  /// Declares columns like those of another table.
  package mutating func block(
    _ columns: [ColumnSchema], as role: Role = .value
  ) -> ColumnBlock {
    block(columns) { _ in role }
  }

  /// Declares columns like those of another table, each with its own part in this one.
  package mutating func block(
    _ columns: [ColumnSchema], as role: (ColumnSchema) -> Role
  ) -> ColumnBlock {
    let places = columns.map { add($0, as: role($0)) }
    let start = places.first ?? 0
    return ColumnBlock(places: start..<start + places.count, names: columns.map(\.name))
  }
}

extension CaseIterable where Self: Equatable {
  /// The position among all cases, which stands for a case in tables and records.
  ///
  /// Inlined, so that it is compiled for the cases: there is one for each unit.
  @inlinable package var tableCode: Double {
    var position = 0.0
    for other in Self.allCases {
      if other == self { return position }
      position += 1
    }
    preconditionFailure("\(self) is none of its own cases")
  }
}
