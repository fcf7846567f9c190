import Support

/// A table of text as the world writes it: rows of fields under named columns, or unnamed ones.
///
/// Seen are what separates the fields, where the columns are named (in the first row, or in the
/// last comment before the rows), a row of units, the header of ECSV, of a machine-readable table
/// and of VizieR, an index that pandas adds, and empty columns at the end.
struct TextTable {
  /// A column as the file has it.
  struct Column {
    /// What it is called; empty where the file does not name it.
    let label: ColumnLabel
    /// The unit that the file declares, in its header, a row of its own or in brackets.
    let unit: DeclaredUnit?
    let span: Range<Int>
  }

  let source: SourceText
  private(set) var columns: [Column]
  /// Where the columns are named, or the first row.
  let header: Range<Int>
  private(set) var rows: [[FieldTable.Field]]
  /// What was noticed while reading, one sentence each.
  private(set) var notes: [String]
  /// Whether it has the header of a machine-readable table.
  let isMachineReadable: Bool

  /// Why lines are no rows; they are left out.
  private let flaws: [FieldSplitter.Flaw]

  /// Reads a table; a line that is no row is left out, which ``tellFlaws(_:)`` tells.
  ///
  /// - Returns: `nil` if there is nothing to read; the mistakes then have the reason.
  static func read(
    _ source: SourceText, _ form: TextTableForm, _ mistakes: Mistakes
  ) -> TextTable? {
    guard let text = DataText(source, mistakes) else { return nil }
    return MRTHeader.isMeant(by: text)
      ? MRTTable(source, mistakes).map { TextTable($0) } : TextTable(text, form, mistakes)
  }

  private init?(_ text: DataText, _ form: TextTableForm, _ mistakes: Mistakes) {
    guard let layout = TextLayout(text, form, mistakes) else { return nil }
    let source = text.source
    var rows: [[FieldTable.Field]] = []
    var flaws: [FieldSplitter.Flaw] = []
    for line in layout.rows {
      do throws(FieldSplitter.Flaw) {
        rows.append(try layout.row(line))
      } catch {
        flaws.append(error)
      }
    }
    if rows.isEmpty, flaws.isEmpty {
      mistakes.add("no row after the names of the columns", source, layout.header)
    }
    self.flaws = flaws
    self.source = source
    header = layout.header
    columns = layout.columns
    notes = []
    isMachineReadable = false
    self.rows = rows
    dropEmptyColumns()
    dropIndex()
  }

  private init(_ table: MRTTable) {
    source = table.fields.source
    header = table.fields.header
    columns = table.columns.map { column in
      Column(
        label: ColumnLabel(column.label, at: table.fields.header), unit: column.declaredUnit,
        span: table.fields.header)
    }
    rows = table.fields.rows
    notes = [table.note].compactMap(\.self)
    isMachineReadable = true
    flaws = []
  }

  /// Tells which lines are no rows, once the names of the columns are known to fit.
  func tellFlaws(_ mistakes: Mistakes) {
    for flaw in flaws { mistakes.add(flaw.message, source, flaw.span, help: flaw.help) }
  }

  /// Columns at the end that have neither a name nor a value, as spreadsheets leave them.
  private mutating func dropEmptyColumns() {
    while let last = columns.last, last.label.text.isEmpty,
      rows.allSatisfy({ $0.last?.text.isEmpty == true })
    {
      columns.removeLast()
      for row in rows.indices { rows[row].removeLast() }
    }
  }

  /// The first column where it has no name and counts the rows, as pandas writes it.
  private mutating func dropIndex() {
    guard let first = columns.first, columns.count > 1,
      first.label.text.isEmpty || first.label.text.hasPrefix("Unnamed:"),
      columns.dropFirst().allSatisfy({ !$0.label.text.isEmpty }),
      !rows.isEmpty, rows.allSatisfy({ Int($0[0].text) != nil })
    else { return }
    columns.removeFirst()
    for row in rows.indices { rows[row].removeFirst() }
    notes.append("the first column has no name and counts the rows; it is passed over")
  }
}
