import Support

/// The values of an axis as the spec gives them, with their places.
struct AxisValues: Sendable {
  let values: [Double]
  /// The whole of the axis.
  let place: Place
  /// The place of each value; empty for a range.
  private let places: [Place]

  init(_ values: [Double], at place: Place, each places: [Place] = []) {
    self.values = values
    self.place = place
    self.places = places
  }

  /// Reports the values that are wrong: each of a list at its own place, the first of a range.
  ///
  /// - Parameters:
  ///   - report: Receives the mistakes.
  ///   - help: What to do about them.
  ///   - message: What is wrong with a value; `nil` if nothing is.
  func refuse(
    _ report: InputReport, help: String? = nil, _ message: (Double) -> String?
  ) {
    for (index, value) in values.enumerated() {
      guard let message = message(value) else { continue }
      report.error(message, at: places.isEmpty ? place : places[index], help: help)
      if places.isEmpty { return }
    }
  }
}
