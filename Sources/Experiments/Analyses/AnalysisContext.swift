import Support

/// What a step may use besides the tables before it.
package struct AnalysisContext: Sendable {
  /// What the units computed, for steps that ask for values between the cells.
  let computations: [any Computation]
  /// The steps of the spec, in order.
  let steps: [any Analysis]
  /// The tables that something reads; a step need not make a by-product that nothing does.
  let needed: Set<String>
  /// The version of each method in use.
  let methods: [MethodChoice]

  package init(
    computations: [any Computation], steps: [any Analysis], needed: Set<String>,
    methods: [MethodChoice]
  ) {
    self.computations = computations
    self.steps = steps
    self.needed = needed
    self.methods = methods
  }

  func method(_ family: String) -> String? {
    methods.first { $0.family == family }?.version
  }

  /// A table as it would be at one cell, worked out on the spot with the steps that lead to it.
  ///
  /// - Parameters:
  ///   - name: A table of a computation, or of steps that go back to one.
  ///   - values: The values of some axes; the others have the first value of the grid.
  ///   - tables: The tables of the run; those without axes are the same at every cell.
  /// - Returns: `nil` if the table does not go back to a computation.
  func table(_ name: String, at values: [String: Double], _ tables: TableSet) -> Table? {
    if let computation = computations.first(where: { $0.schema.name == name }) {
      let axes = computation.axes.map { Axis($0.name, [values[$0.name] ?? $0.values[0]]) }
      return computation.table(at: axes)
    }
    guard let step = steps.first(where: { $0.name.value == name }),
      let input = table(step.reads, at: values, tables)
    else { return nil }
    let still = tables.all.filter { $0.schema.axes.isEmpty && $0.name != input.name }
    let local = AnalysisContext(
      computations: computations, steps: steps, needed: [], methods: methods)
    return step.run(on: TableSet(still + [input]), local).first { $0.name == name }
  }
}
