import Galaxies
import Numerics

extension FitSubject {
  /// Points at evenly spaced radii from the first measured one to the last, for drawing.
  ///
  /// The signed speed of each component is a monotone cubic through its measured values; where a
  /// radius repeats it goes through their mean. A curve with one radius has one point.
  ///
  /// - Parameter count: How many points, at least two.
  /// - Returns: The points, without observed speeds; shape `[count]`.
  package func pointsBetween(_ count: Int) -> [CurvePoint] {
    let measured = curve.curve
    let radii = measured.radius
    guard let first = radii.first, let last = radii.last, first < last else {
      return points.prefix(1).map {
        CurvePoint(between: $0.radius, disk: $0.disk, bulge: $0.bulge, gas: $0.gas)
      }
    }
    var starts = radii.indices.filter { $0 == 0 || radii[$0] > radii[$0 - 1] }
    let distinct = starts.map { radii[$0] }
    starts.append(radii.count)
    func cubic(_ speeds: [Double]) -> MonotoneCubic {
      MonotoneCubic(
        x: distinct,
        y: zip(starts, starts.dropFirst()).map { start, end in
          speeds[start..<end].reduce(0, +) / Double(end - start)
        })
    }
    let (gas, disk) = (cubic(measured.gasSpeed), cubic(measured.diskSpeed))
    let bulge = cubic(measured.bulgeSpeed)
    func square(_ cubic: MonotoneCubic, _ radius: Double) -> Double {
      let speed = cubic.value(at: radius)
      return speed.magnitude * speed
    }
    return (0..<count).map { index in
      let radius =
        index == count - 1
        ? last : first + (last - first) * (Double(index) / Double(count - 1))
      return CurvePoint(
        between: radius, disk: square(disk, radius), bulge: square(bulge, radius),
        gas: square(gas, radius))
    }
  }
}

extension CurvePoint {
  /// A point at which nothing was measured.
  fileprivate init(between radius: Double, disk: Double, bulge: Double, gas: Double) {
    self.init(radius: radius, observed: .nan, weight: .nan, disk: disk, bulge: bulge, gas: gas)
  }
}
