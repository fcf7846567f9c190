import Galaxies
import Support

/// The columns of a catalogue that the program does not have itself, with what they hold.
///
/// A column is one of numbers where every field is a number or missing, and otherwise one of words.
struct OwnFields {
  let columns: [OwnColumn]
  /// Shape `[columns][rows]`; NaN is missing.
  private let values: [[Double]]

  /// Reads them.
  ///
  /// - Parameters:
  ///   - table: The catalogue.
  ///   - names: Those of its columns that are the user's own, in their order.
  ///   - mistakes: Takes what is wrong.
  init(_ table: FieldTable, _ names: [String], _ mistakes: Mistakes) {
    if names.count > OwnColumn.most {
      mistakes.add(
        "the catalogue has \(names.count.grouped) columns beside those of the program, and there "
          + "may be \(OwnColumn.most.grouped)",
        table.source, table.header, help: "leave out those that are not needed")
    }
    var columns: [OwnColumn] = []
    var values: [[Double]] = []
    for name in names.prefix(OwnColumn.most) {
      guard let position = table.position(of: name) else { continue }
      let (kind, numbers) = Self.content(of: table, position, mistakes)
      columns.append(OwnColumn(name, kind, unit: table.units[position]?.text ?? ""))
      values.append(numbers)
    }
    (self.columns, self.values) = (columns, values)
  }

  /// What a row has in them.
  func values(inRow row: Int) -> OwnValues {
    columns.isEmpty ? .none : OwnValues(columns, values.map { $0[row] })
  }

  /// What is to be said of them, in one sentence; `nil` if there are none.
  var note: String? {
    guard !columns.isEmpty else { return nil }
    let shown = columns.prefix(12).map { column in
      if case .word = column.kind { return "\(column.name) (words)" }
      return column.unit.isEmpty ? column.name : "\(column.name) (\(column.unit))"
    }
    return "\(columns.count.counted("further column", "further columns")) can be used by name: "
      + shown.joined(separator: ", ") + (columns.count > shown.count ? ", …" : "")
  }

  private static func content(
    of table: FieldTable, _ position: Int, _ mistakes: Mistakes
  ) -> (OwnColumn.Kind, [Double]) {
    let fields = table.rows.map { $0[position] }
    let spelling = table.numbers[position]
    let marks = MissingMarks(table.marks)
    var isWhole = true
    let numbers = fields.map { field -> Double? in
      if marks.contains(field.text) || NumberColumn.isBlank(field.text) { return .nan }
      guard let value = spelling.value(of: field), value.isFinite else { return nil }
      if marks.contains(value) { return .nan }
      isWhole = isWhole && Int(field.text) != nil
      return value
    }
    let read = numbers.compactMap(\.self)
    if read.count == fields.count,
      read.contains(where: { !$0.isNaN }) || fields.allSatisfy({ marks.contains($0.text) })
    {
      return (isWhole ? .wholeNumber : .number, read)
    }
    return words(fields, marks, in: table, mistakes)
  }

  private static func words(
    _ fields: [FieldTable.Field], _ marks: MissingMarks, in table: FieldTable,
    _ mistakes: Mistakes
  ) -> (OwnColumn.Kind, [Double]) {
    var vocabulary: [String] = []
    var codes: [String: Double] = [:]
    let values = fields.map { field -> Double in
      if marks.contains(field.text) { return .nan }
      if let code = codes[field.text] { return code }
      if let control = field.text.firstControl {
        mistakes.add(
          "a word cannot hold the control character \(control.spelling)", table.source, field.span)
      }
      let code = Double(vocabulary.count)
      codes[field.text] = code
      vocabulary.append(field.text)
      return code
    }
    return (.word(vocabulary), values)
  }
}
