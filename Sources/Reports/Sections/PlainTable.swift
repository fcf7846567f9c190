/// A small table of a report that the script leaves alone.
struct PlainTable {
  let caption: String
  let head: [(title: HTML, kind: Kind)]
  /// Shape `[rows][columns]`; the column of kind `head` is the head of its row.
  let rows: [[HTML]]

  /// How a column is set.
  enum Kind {
    /// Numbers, at the right.
    case number
    case word
    /// Words that may be broken.
    case text
    /// The head of each row.
    case head
    case hash

    fileprivate var cell: HTML {
      switch self {
      case .number: ""
      case .word: " class=\"l\""
      case .text, .head: " class=\"l w\""
      case .hash: " class=\"l hash\""
      }
    }
  }

  var html: HTML {
    let titles = head.map { column -> HTML in
      "<th scope=\"col\"\(column.kind.cell)>\(column.title)</th>"
    }
    let lines = rows.map { row -> HTML in
      let cells = zip(head, row).map { column, cell -> HTML in
        column.kind == .head
          ? "<th scope=\"row\"\(column.kind.cell)>\(cell)</th>"
          : "<td\(column.kind.cell)>\(cell)</td>"
      }
      return "<tr>\(cells)</tr>\n"
    }
    return """
      <div class="scroll" role="region" aria-label="\(caption)" tabindex="0"><table>\
      <caption>\(caption)</caption><thead><tr>\(titles)</tr></thead><tbody>
      \(lines)</tbody></table></div>

      """
  }
}
