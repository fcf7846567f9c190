/// A limit of a quantity whose most likely value lies at an end of its range.
package enum PosteriorLimit: String, CaseIterable, Sendable {
  /// The most likely value is the smallest one.
  case upper
  /// The most likely value is the largest one.
  case lower
}
