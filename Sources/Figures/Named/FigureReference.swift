package import Support

/// A named figure and its keys, for help and reference pages.
package struct FigureReference: Sendable {
  package let word: String
  package let summary: String
  package let keys: [KeyReference]
}
