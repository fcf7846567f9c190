package import Support

/// How the columns of a text table become those of the program, as a spec says it.
package struct TableMapping: Equatable, Sendable {
  package var form: TextTableForm
  /// Entries by names of the program, sorted; a label that is such a name needs none.
  package var columns: [MappedColumn]
  /// Units of columns for which neither the entry nor the file has one, by name.
  package var units: [(name: String, unit: String)]
  /// The rows that are left out, as an expression of names and labels.
  package var drop: Expression?

  package init(
    form: TextTableForm = TextTableForm(), columns: [MappedColumn] = [],
    units: [(name: String, unit: String)] = [], drop: Expression? = nil
  ) {
    self.form = form
    self.columns = columns
    self.units = units
    self.drop = drop
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.form == right.form && left.columns == right.columns && left.drop == right.drop
      && left.units.elementsEqual(right.units, by: ==)
  }

  /// As a spec has it; what is not said is left out.
  package var resolved: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if !columns.isEmpty {
      members.append(.init("columns", .object(columns.map { .init($0.name, $0.resolved) })))
    }
    if !units.isEmpty {
      members.append(.init("units", .object(units.map { .init($0.name, .string($0.unit)) })))
    }
    if !form.missing.isEmpty {
      members.append(.init("missing", .array(form.missing.map { .string($0) })))
    }
    if let drop { members.append(.init("drop", .string(drop.canonicalText))) }
    if let separator = form.separator {
      members.append(.init("separator", .string(separator.rawValue)))
    }
    if form.hasDecimalComma { members.append(.init("decimal", .string(","))) }
    return members
  }
}
