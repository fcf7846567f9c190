import TestKit
import Testing

/// Files as the world writes them, how a spec asks for them, and what is to come of it.
struct WorldFile: CustomTestStringConvertible, Sendable {
  /// What is in the files, in kpc and km/s, one curve that all galaxies have.
  struct Curve: Sendable {
    var radius = [0.5, 1.1, 1.9, 2.8]
    var speed = [21.3, 33.7, 44, 52.5]
    var error = [2.1, 1.4, 1.2, 1.9]
    var gas = [5.2, 9.9, 14.6, 17]
    var disk = [14.1, 19.5, 18.3, 15.2]
    var bulge = [0.0, 0, 0, 0]

    /// Radii times a factor.
    func stretched(_ factor: Double) -> Curve {
      var curve = self
      curve.radius = radius.map { $0 * factor }
      return curve
    }

    /// Without baryons.
    var bare: Curve {
      var curve = self
      curve.gas = [0, 0, 0, 0]
      curve.disk = curve.gas
      return curve
    }

    func error(_ value: Double) -> Curve {
      var curve = self
      curve.error = [value, value, value, value]
      return curve
    }
  }

  /// What comes of it.
  enum Outcome: Sendable {
    /// Galaxies of one curve.
    case read(_ galaxies: [String], Curve, distance: Double = .nan)
    case refused([String])
  }

  let testDescription: String
  let files: [(name: String, bytes: [UInt8])]
  /// The dataset as a spec has it.
  let dataset: String
  let outcome: Outcome
  /// What is told all the same: parts of sentences.
  let told: [String]

  init(
    _ what: String, _ files: [(String, String)], _ dataset: String, _ outcome: Outcome,
    told: [String] = []
  ) {
    testDescription = what
    self.files = files.map { ($0.0, Array($0.1.utf8)) }
    self.dataset = dataset
    self.outcome = outcome
    self.told = told
  }

  static let arcsec = Double.pi / 648_000
}
