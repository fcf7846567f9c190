/// An interval with a grid on it, along which a search for a global minimum looks.
///
/// Public, like ``IntervalMinimum``, so that searches can be specialised in other modules.
public struct SearchAxis: Equatable, Sendable {
  /// How the points of a grid follow each other.
  public enum Spacing: Equatable, Sendable {
    /// At equal differences.
    case linear
    /// At equal ratios; from zero on, at those of the numbers and a thousandth of the upper end.
    case logarithmic
  }

  /// Where to look, with both ends.
  public let interval: ClosedRange<Double>

  /// How the points of the grid follow each other.
  public let spacing: Spacing

  /// What is added to a number before its logarithm is taken; zero unless the interval begins at
  /// zero.
  @usableFromInline let shift: Double

  /// The grid in ascending order, from one end of the interval to the other; shape `[n]`.
  public let points: [Double]

  /// Puts a grid on an interval.
  ///
  /// The points are those of `numpy.linspace`, of the numbers or of their logarithms. Points that
  /// fall together because too few doubles lie between the ends are left out.
  ///
  /// - Parameters:
  ///   - interval: Where to look.
  ///   - count: How many points, with both ends; an interval of one point has one.
  ///   - spacing: Equal differences or equal ratios.
  /// - Precondition: The ends are finite, and not negative for logarithmic spacing, the upper one
  ///   positive; there are at least two points.
  public init(_ interval: ClosedRange<Double>, count: Int, spacing: Spacing = .linear) {
    precondition(
      interval.lowerBound.isFinite && interval.upperBound.isFinite
        && (interval.upperBound - interval.lowerBound).isFinite, "an axis has a finite length")
    precondition(
      spacing == .linear || (interval.lowerBound >= 0 && interval.upperBound > 0),
      "a logarithmic axis is not negative")
    precondition(count >= 2, "a grid has both ends of its interval")
    self.interval = interval
    self.spacing = spacing
    let isFromZero = spacing == .logarithmic && interval.lowerBound == 0
    let shift = isFromZero ? 1e-3 * interval.upperBound : 0
    self.shift = shift
    let first = Self.coordinate(of: interval.lowerBound, spacing, shift)
    let step =
      (Self.coordinate(of: interval.upperBound, spacing, shift) - first) / Double(count - 1)
    var points = [interval.lowerBound]
    for index in 1..<count {
      let inside = Self.point(at: first + Double(index) * step, spacing, shift, in: interval)
      let point = index == count - 1 ? interval.upperBound : inside
      if point > points[points.count - 1] { points.append(point) }
    }
    self.points = points
  }

  /// The coordinate in which the grid is even: the number itself or the natural logarithm of it and
  /// the shift.
  ///
  /// - Parameter point: A number in the interval.
  /// - Returns: The coordinate.
  @inlinable
  public func coordinate(of point: Double) -> Double {
    Self.coordinate(of: point, spacing, shift)
  }

  /// The number at a coordinate, moved to the nearer end if it lies outside the interval.
  ///
  /// - Parameter coordinate: As ``coordinate(of:)`` gives it.
  /// - Returns: The number.
  @inlinable
  public func point(at coordinate: Double) -> Double {
    Self.point(at: coordinate, spacing, shift, in: interval)
  }

  @inlinable
  static func coordinate(of point: Double, _ spacing: Spacing, _ shift: Double) -> Double {
    spacing == .linear ? point : Elementary.log(point + shift)
  }

  @inlinable
  static func point(
    at coordinate: Double, _ spacing: Spacing, _ shift: Double, in interval: ClosedRange<Double>
  ) -> Double {
    let point = spacing == .linear ? coordinate : Elementary.exp(coordinate) - shift
    return point < interval.lowerBound
      ? interval.lowerBound : point > interval.upperBound ? interval.upperBound : point
  }
}
