/// What a step may use besides the tables before it.
package struct AnalysisContext: Sendable {
  /// What the units computed, for steps that ask for values between the cells.
  package let computations: [any Computation]
  /// The tables that something reads; a step need not make a by-product that nothing does.
  package let needed: Set<String>
}
