import Support
package import Tables

/// What the header of an ECSV file says of its table.
package struct ECSVHeader: Equatable, Sendable {
  /// What it says of a column.
  package struct Column: Equatable, Sendable {
    package let name: String
    /// Empty for a plain number.
    package let unit: String
    package let datatype: String
    package let description: String
  }

  package let table: String
  package let keys: [String]
  package let axes: [String]
  package let columns: [Column]

  /// The header that a table has.
  package init(_ schema: TableSchema) {
    (table, keys, axes) = (schema.name, schema.keys, schema.axes)
    columns = schema.columns.map {
      Column(
        name: $0.name, unit: $0.unit, datatype: ECSVWriter.datatype($0.kind),
        description: $0.summary)
    }
  }

  /// Reads the header of a file that ``ECSVWriter`` wrote; `nil` if it has none.
  package init?(_ bytes: [UInt8]) {
    var columns: [Column] = []
    var meta: [String: JSONValue]?
    for line in Self.lines(of: bytes) {
      if line.hasPrefix("# - {") {
        // A plain number has no unit.
        guard let fields = Self.fields(line.dropFirst(4)), let name = fields["name"]?.string,
          let datatype = fields["datatype"]?.string, let unit = fields["unit", default: ""].string,
          let description = fields["description"]?.string
        else { return nil }
        columns.append(
          Column(name: name, unit: unit, datatype: datatype, description: description))
      } else if line.hasPrefix("# meta: {") {
        meta = Self.fields(line.dropFirst(8))
      }
    }
    guard let meta, let table = meta["table"]?.string else { return nil }
    func words(_ key: String) -> [String] {
      meta[key].asList.flatMap(\.elements).compactMap(\.string)
    }
    self.table = table
    (keys, axes, self.columns) = (words("keys"), words("axes"), columns)
  }

  /// The lines before the first that is no comment.
  private static func lines(of bytes: [UInt8]) -> [String] {
    var (lines, start) = ([String](), 0)
    while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      lines.append(String(decoding: bytes[start..<end], as: UTF8.self))
      start = end + 1
    }
    return lines
  }

  /// The fields of a YAML mapping in one line, whose texts and lists are spelled as in JSON.
  private static func fields(_ text: Substring) -> [String: JSONValue]? {
    guard text.first == "{", text.last == "}" else { return nil }
    var fields: [String: JSONValue] = [:]
    for field in parts(Array(text.dropFirst().dropLast().utf8)) {
      guard let colon = field.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let key = String(decoding: field[..<colon], as: UTF8.self).trimmed
      let value = String(decoding: field[(colon + 1)...], as: UTF8.self).trimmed
      fields[key] = JSONParser.value(of: Array(value.utf8)) ?? .string(value)
    }
    return fields
  }

  /// What stands between the commas outside of quotes and brackets.
  private static func parts(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var (parts, start) = ([ArraySlice<UInt8>](), 0)
    var (isQuoted, isEscaped, depth) = (false, false, 0)
    for (index, byte) in bytes.enumerated() {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isEscaped = byte == UInt8(ascii: "\\")
        isQuoted = byte != UInt8(ascii: "\"")
      } else {
        switch byte {
        case UInt8(ascii: "\""): isQuoted = true
        case UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: ",") where depth == 0:
          parts.append(bytes[start..<index])
          start = index + 1
        default: break
        }
      }
    }
    return parts + [bytes[start...]]
  }
}

extension String {
  /// The text without blanks around it.
  fileprivate var trimmed: String {
    let start = drop { $0 == " " }
    return String(start.reversed().drop { $0 == " " }.reversed())
  }
}
