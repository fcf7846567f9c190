import Support

/// The name of a column with the unit that may stand in brackets behind it.
struct ColumnLabel {
  /// As the file has it: `RAD(arcs)`.
  let text: String
  /// Without the unit: `RAD`.
  let name: String
  let unit: DeclaredUnit?

  /// Takes a label apart; brackets that hold no unit belong to the name, as in `L[3.6]`.
  init(_ text: String, at span: Range<Int>) {
    self.text = text
    let pairs: [Character: Character] = ["]": "[", ")": "("]
    guard let last = text.last, let opening = pairs[last], let start = text.lastIndex(of: opening),
      start > text.startIndex
    else {
      (name, unit) = (text, nil)
      return
    }
    let inner = String(text[text.index(after: start)..<text.index(before: text.endIndex)])
    let declared = DeclaredUnit(inner, at: span)
    guard declared.unit != nil, declared.isNamed else {
      (name, unit) = (text, nil)
      return
    }
    var name = text[..<start]
    while name.last == " " || name.last == "_" { name.removeLast() }
    self.name = String(name)
    unit = declared
  }

  /// A label whose brackets belong to the name.
  private init(whole text: String, unit: DeclaredUnit?) {
    (self.text, name, self.unit) = (text, text, unit)
  }

  /// The labels of a table, each by its whole text where units alone tell some of them apart.
  static func apart(_ labels: [ColumnLabel]) -> [ColumnLabel] {
    let groups = Dictionary(grouping: labels, by: \.name).mapValues { group in
      group.count > 1 && group.allSatisfy { $0.name != $0.text }
    }
    return labels.map { label in
      groups[label.name] == true ? ColumnLabel(whole: label.text, unit: label.unit) : label
    }
  }
}
