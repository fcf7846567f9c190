import Foundation
import Testing

/// What arviz-stats and scipy say of draws and weights, from `sampling.json`.
struct SamplingReference: Decodable {
  struct Chains: Decodable, CustomTestStringConvertible {
    let kind: String
    let chains: [[Double]]
    let rHat: Double?
    let bulk: Double
    let tail: Double
    let mean: Double
    let std: Double
    /// Rows of a probability and the standard error of its quantile.
    let quantiles: [[Double]]

    var testDescription: String { kind }
  }

  struct Weights: Decodable, CustomTestStringConvertible {
    let kind: String
    let logs: [Double]
    let smoothed: [Double]
    let shape: Double

    var testDescription: String { kind }
  }

  struct LeftOut: Decodable {
    let logs: [[Double]]
    let densities: [Double]
    let shapes: [Double]
    let parameters: Double
  }

  struct Student: Decodable {
    let mean: [Double]
    let covariance: [[Double]]
    let places: [[Double]]
    let densities: [Double]
  }

  let chains: [Chains]
  let weights: [Weights]
  let leaveOneOut: LeftOut
  /// Rows of p and the normal deviate.
  let normal: [[Double]]
  /// Rows of p, a, b and the value.
  let beta: [[Double]]
  let student: [Student]

  static func read() throws -> SamplingReference {
    try ReferenceTable.read("sampling.json", as: SamplingReference.self)
  }
}
