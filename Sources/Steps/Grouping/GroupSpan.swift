import Support
import Tables

/// What every group of a grouping lies within.
enum GroupSpan: Resolvable {
  /// A cell of the grid.
  case cell
  /// The rows that agree in these columns.
  case columns([Located<String>])

  private static let word = "cell"

  static let type = JSONType<GroupSpan>(
    schema: ["anyOf": [["const": .string(word)], ["type": "array", "items": ["type": "string"]]]]
  ) { node, report in
    if node.string == word { return .cell }
    return JSONType.string.located.list.distinct("column").read(node, report).map { .columns($0) }
  }

  /// The columns of a table in which the rows of a group agree.
  func names(in table: TableSchema) -> [String] {
    switch self {
    case .cell: table.axes
    case .columns(let names): names.map(\.value)
    }
  }

  var resolved: JSONValue {
    switch self {
    case .cell: .string(Self.word)
    case .columns(let names): names.resolved
    }
  }
}
