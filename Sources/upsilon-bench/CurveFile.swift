import Galaxies
import Models

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The curves of the benchmarks as plain text, for programs that measure themselves on them.
///
/// A line for each galaxy: name, distance and its error, inclination and its error. Under it a line
/// for each point: radius, observed speed, its error, and the signed squares of the speeds of gas,
/// disk and bulge.
enum CurveFile {
  static func write(_ galaxies: [Galaxy], to file: String) throws {
    var text = ""
    for galaxy in galaxies {
      text +=
        "\(galaxy.name) \(galaxy.distance) \(galaxy.distanceError) \(galaxy.inclination) "
        + "\(galaxy.inclinationError)\n"
      let curve = WeightedCurve(galaxy.curve)
      for place in curve.curve.radius.indices {
        func square(_ speeds: [Double]) -> Double { speeds[place].magnitude * speeds[place] }
        let point = curve.curve
        text +=
          "\(point.radius[place]) \(point.observedSpeed[place]) \(curve.error[place]) "
          + "\(square(point.gasSpeed)) \(square(point.diskSpeed)) \(square(point.bulgeSpeed))\n"
      }
    }
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }
}
