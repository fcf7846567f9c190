import Models
import Steps

/// The part of a fit's record that its profiles fill.
///
/// For each quantity whether it was free and the four ends of its interval, then the correlation of
/// each pair of quantities, the first turning slowest, and how often the fit was replaced by a
/// lower one.
struct ProfileRecord {
  /// Free or not, lower and upper end of the first level, of the second.
  static let width = 5

  private let names: [String]
  /// Where the part begins in a record.
  private let start: Int

  /// The layout; `nil` for fits without profiles.
  init?(_ quantities: FitQuantities) {
    guard quantities.hasIntervals else { return nil }
    names = quantities.names
    start = 2 * quantities.count + FitRecord.Field.allCases.count
  }

  private var pairs: [(one: Int, other: Int)] {
    names.indices.flatMap { one in ((one + 1)..<names.count).map { (one, $0) } }
  }

  /// What the doubles are, by name.
  var fields: [String] {
    names.flatMap { name in
      ["free", "lower1", "upper1", "lower2", "upper2"].map { "\($0)_\(name)" }
    } + pairs.map { "\(names[$0.one])_with_\(names[$0.other])" } + ["improvements"]
  }

  /// The place of whether a quantity was free; the ends of its interval follow.
  func place(of quantity: Int) -> Int { start + Self.width * quantity }

  /// The place of the correlation of two quantities, in any order.
  func place(of one: Int, with other: Int) -> Int {
    let (low, high) = (min(one, other), max(one, other))
    let before = low * (2 * names.count - low - 1) / 2
    return start + Self.width * names.count + before + high - low - 1
  }

  /// The place of how often the fit was replaced.
  var placeOfImprovements: Int { place(of: names.count - 1, with: names.count) }

  /// Whether profiles can have filled this part of a record.
  func isPossible(_ part: some RandomAccessCollection<Double>) -> Bool {
    let isFree = stride(from: 0, to: Self.width * names.count, by: Self.width)
    return zip(0..., part).allSatisfy { offset, value in
      let content: RecordContent =
        isFree.contains(offset) ? .flag : offset == part.count - 1 ? .whole : .number
      return content.allows(value)
    }
  }

  /// Writes the profiles of a fit.
  ///
  /// - Parameters:
  ///   - profile: What they tell.
  ///   - places: The quantities of the model that are recorded, each with its place.
  ///   - record: The record of the fit.
  func write(
    _ profile: FitProfile, places: [(quantity: Quantity, place: Int)],
    into record: UnsafeMutableBufferPointer<Double>
  ) {
    for (quantity, own) in places {
      guard let interval = profile.interval(of: quantity) else { continue }
      record[place(of: own)] = 1
      for (offset, end) in interval.ends.enumerated() {
        record[place(of: own) + 1 + offset] = end
      }
      for (other, place) in places where place > own {
        record[self.place(of: own, with: place)] = profile.correlation(of: quantity, other)
      }
    }
    record[placeOfImprovements] = Double(profile.improvements)
  }
}
