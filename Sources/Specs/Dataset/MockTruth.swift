import Galaxies
import Models
import Numerics

/// What is true of one mock galaxy: the parameters of its law, and its own quantities.
struct MockTruth {
  let quantities: Quantities
  /// The same under the names of the models, with units.
  let record: Dataset.Truth

  /// The law of a sample that names none.
  static let usualLaw = "rational-taper"

  /// Draws the truth of a galaxy.
  ///
  /// - Parameters:
  ///   - galaxy: The galaxy as the catalogue has it.
  ///   - law: Its law; of two values that give the same curve the one that fits report is true.
  ///   - settings: What is drawn from what.
  ///   - usual: What is true of it in a sample that names no law.
  ///   - random: The generator of this galaxy.
  init(
    of galaxy: Galaxy, _ law: any RotationLaw.Type, _ settings: MockSettings,
    beside usual: Dataset.Truth, drawnFrom random: inout SplitMix64
  ) {
    let card = law.card
    var known = Dictionary(uniqueKeysWithValues: usual.values.map { ($0.name, $0.value) })
    known[GalaxyParameter.upsilonGas.rawValue] = MassToLight().gas
    known[GalaxyParameter.distance.rawValue] = galaxy.distance
    known[GalaxyParameter.inclination.rawValue] = galaxy.inclination
    for prior in settings.parameters + settings.draw {
      known[prior.name] = prior.range(for: galaxy).draw(&random)
    }
    var values = Quantities(repeating: 0)
    for (position, parameter) in card.parameters.enumerated() {
      values.law[position] = known[parameter.name, default: .nan]
    }
    values.law = law.effectiveBounds(LawBounds(lower: values.law, upper: values.law)).lower
    values.galaxy = GalaxyValues { known[$0.rawValue, default: .nan] }
    quantities = values
    var told = card.parameters.enumerated().map { position, parameter in
      (name: parameter.name, unit: parameter.unit, value: values.law[position])
    }
    if settings.law == nil, let taper = told.last {
      // The same taper in scale lengths of the galaxy as it is.
      let scaleLength = galaxy.diskScaleLength * (values.galaxy.distance / galaxy.distance)
      told.insert(("k", "", taper.value / scaleLength), at: told.count - 1)
    }
    told += GalaxyParameter.allCases.map { ($0.rawValue, $0.unit, values.galaxy[$0]) }
    record = Dataset.Truth(galaxy: galaxy.name, values: told)
  }
}
