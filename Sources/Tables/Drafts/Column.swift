/// A column of a ``TableDraft``: where it stands, and how the table stores its values.
package struct Column<Value>: Sendable {
  let index: Int
  /// The double that stands for a value.
  let code: @Sendable (Value) -> Double

  /// The double that stands for a value in a column that is filled as a whole.
  package func stored(_ value: Value) -> Double { code(value) }
}
