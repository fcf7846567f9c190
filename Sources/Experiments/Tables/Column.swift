/// A column of a ``TableDraft``: where it stands, and how the table stores its values.
package struct Column<Value>: Sendable {
  let index: Int
  /// The double that stands for a value.
  let code: @Sendable (Value) -> Double
}
