import Galaxies
import Models
import Numerics

/// The smallest χ² of a law with an amplitude and a scale over many scales, found by trying them
/// all.
///
/// For each scale the amplitude has a closed form, cut off at its bounds. The shape is the speed
/// that the law adds for an amplitude of one, so that nothing of the fits is used to judge them.
struct DenseGrid {
  let law: any RotationLaw.Type
  let galaxy: MadeGalaxy
  let scales: [Double]
  /// Σ w f² for each scale.
  private let shapeShape: [Double]
  private let shapes: [Double]
  private let weight: [Double]

  /// The laws that have an amplitude and a scale.
  static let laws: [any RotationLaw.Type] = ModelCatalogue.all.filter {
    $0 is any SeparableLaw.Type && $0.card.parameters.count == 2
  }

  /// Works out the shapes once, for any number of ratios and bounds.
  ///
  /// - Parameters:
  ///   - law: One of the laws.
  ///   - galaxy: The curve.
  ///   - range: The widest bounds of the scale.
  ///   - count: How many scales, evenly spaced in their logarithm.
  init(_ law: any RotationLaw.Type, _ galaxy: MadeGalaxy, in range: ClosedRange<Double>, count: Int)
  {
    self.law = law
    self.galaxy = galaxy
    let span = Elementary.log(range.upperBound / range.lowerBound)
    let scales = (0..<count).map {
      range.lowerBound * Elementary.exp(span * Double($0) / Double(count - 1))
    }
    let weight = WeightedCurve(galaxy.curve).weight
    let radius = galaxy.curve.radius
    let facts = galaxy.facts(MassToLight())
    var shapes = [Double](repeating: 0, count: count * radius.count)
    var shapeShape = [Double](repeating: 0, count: count)
    for (index, scale) in scales.enumerated() {
      var sum = 0.0
      for i in 0..<radius.count {
        let shape = law.speed(
          at: LawPoint(radius: radius[i], baryonSpeed: 0, of: facts), ParameterVector(1, scale))
        shapes[index * radius.count + i] = shape
        sum += weight[i] * shape * shape
      }
      shapeShape[index] = sum
    }
    self.scales = scales
    self.shapes = shapes
    self.shapeShape = shapeShape
    self.weight = weight
  }

  /// The smallest χ² within bounds.
  func chiSquared(_ ratios: MassToLight, in bounds: [ClosedRange<Double>]) -> Double {
    let count = weight.count
    let excess = zip(galaxy.curve.observedSpeed, galaxy.baryonSpeed(ratios)).map { $0 - $1 }
    let weighted = zip(weight, excess).map { $0 * $1 }
    var best = (gain: Double.infinity, amplitude: 0.0, index: 0)
    for index in scales.indices where bounds[1].contains(scales[index]) {
      var shapeExcess = 0.0
      for i in 0..<count { shapeExcess += shapes[index * count + i] * weighted[i] }
      let free = shapeExcess / shapeShape[index]
      let amplitude = min(max(free, bounds[0].lowerBound), bounds[0].upperBound)
      let gain = amplitude * (amplitude * shapeShape[index] - 2 * shapeExcess)
      if gain < best.gain { best = (gain, amplitude, index) }
    }
    return (0..<count).reduce(0) { sum, i in
      let residual = excess[i] - best.amplitude * shapes[best.index * count + i]
      return sum + weight[i] * residual * residual
    }
  }
}
