extension TableDraft {
  /// Starts a table with a row for each cell of a grid, or more.
  package init(_ name: String, over axes: [Axis]) {
    self.init(
      name, axes: axes.map(\.name), constants: Set(axes.filter(\.isConstant).map(\.name)))
  }

  /// Declares the axes of the grid as keys.
  package mutating func axes(_ axes: [Axis]) -> ColumnBlock {
    block(axes.map(\.column), as: .key)
  }
}
