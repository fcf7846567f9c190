package import Support
package import Tables

/// Tables as ECSV: comma separated values under a header with units and kinds.
///
/// The header is YAML in comment lines; after it come a row of names and the rows. Missing values
/// are `""`, truth values `True` and `False`, and numbers have the fewest digits that read back as
/// the same double.
///
/// - SeeAlso: Astropy Proposal for Enhancement 6, Enhanced Character Separated Values.
package enum ECSVWriter {
  /// The whole file.
  package static func bytes(of table: Table) -> [UInt8] {
    header(of: table.schema) + rows(of: table, 0..<table.rowCount)
  }

  /// Spells the header.
  ///
  /// - Parameters:
  ///   - schema: What the table holds.
  ///   - meta: What else its meta says.
  /// - Returns: The header and the row of names.
  package static func header(
    of schema: TableSchema, meta: [JSONValue.Member] = []
  ) -> [UInt8] {
    var lines = ["%ECSV 1.0", "---", "delimiter: ','", "datatype:"]
    lines += schema.columns.map { column in
      var fields = ["name: \(quoted(column.name))"]
      if !column.unit.isEmpty { fields.append("unit: \(quoted(column.unit))") }
      fields.append("datatype: \(datatype(column.kind))")
      fields.append("description: \(quoted(column.summary))")
      return "- {\(fields.joined(separator: ", "))}"
    }
    lines.append(
      "meta: {table: \(quoted(schema.name)), keys: "
        + "[\(schema.keys.map(quoted).joined(separator: ", "))], axes: "
        + "[\(schema.axes.map(quoted).joined(separator: ", "))]"
        + meta.map { ", \($0.key): \($0.value.canonicalText)" }.joined() + "}")
    let names = schema.columns.map { field($0.name) }.joined(separator: ",")
    return Array((lines.map { "# \($0)\n" }.joined() + names + "\n").utf8)
  }

  /// Some rows, without a header.
  package static func rows(of table: Table, _ rows: Range<Int>) -> [UInt8] {
    let columns = table.schema.columns.indices.map { ECSVColumn(table, $0) }
    let most = columns.reduce(columns.count + 1) { $0 + $1.most }
    let numbers = NumberBytes()
    return [UInt8](unsafeUninitializedCapacity: rows.count * most + NumberBytes.room) {
      buffer, count in
      guard let start = buffer.baseAddress else { return }
      let end = numbers.withWriter { writer in
        var place = start
        for row in rows {
          for (index, column) in columns.enumerated() {
            if index > 0 {
              place.pointee = UInt8(ascii: ",")
              place += 1
            }
            place = column.write(row, by: writer, at: place)
          }
          place.pointee = UInt8(ascii: "\n")
          place += 1
        }
        return place
      }
      count = end - start
    }
  }

  /// The kind of a column as its header has it.
  static func datatype(_ kind: ColumnSchema.Kind) -> String {
    switch kind {
    case .real: "float64"
    case .integer: "int64"
    case .flag: "bool"
    case .word: "string"
    }
  }

  /// A YAML scalar in double quotes.
  private static func quoted(_ text: String) -> String {
    JSONValue.string(text).canonicalText
  }

  /// A field of a row, in quotes where it needs them.
  static func field(_ text: String) -> String {
    guard text.isEmpty || text.utf8.contains(where: asksForQuotes) else { return text }
    // To replace takes long, and few have a quote of their own.
    guard text.utf8.contains(UInt8(ascii: "\"")) else { return "\"\(text)\"" }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }

  private static func asksForQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
      UInt8(ascii: " "), UInt8(ascii: "#"):
      true
    default: false
    }
  }
}
