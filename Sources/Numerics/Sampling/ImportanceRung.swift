/// How much is spent on a proposal before draws are taken from it.
package struct ImportanceRung: Sendable {
  /// The largest number of components of the mixture.
  let components: Int
  /// How many draws a round has, by eights.
  let blocks: Int
  /// The largest number of rounds.
  let rounds: Int
  /// How many places a mixture is fitted to.
  let places: Int
  /// The largest number of draws that are taken in the end.
  let most: Int
  /// How many effective draws a mixture is fitted to, for each coordinate; where there are fewer
  /// the density is taken to a power.
  let effective: Double
  /// How many steps a fit of a mixture has.
  let steps: Int
  /// Effective draws by draws below which the next rung comes first.
  let leastEfficiency: Double

  /// The rungs of the ladder that is climbed while the weights are not to be trusted.
  static let ladder = [
    ImportanceRung(
      components: 8, blocks: 192, rounds: 5, places: 1024, most: 1 << 16, effective: 60, steps: 12,
      leastEfficiency: 0.17),
    ImportanceRung(
      components: 16, blocks: 512, rounds: 4, places: 3072, most: 1 << 17, effective: 120,
      steps: 16, leastEfficiency: 0.05),
    ImportanceRung(
      components: 32, blocks: 1024, rounds: 4, places: 8192, most: 1 << 18, effective: 400,
      steps: 25, leastEfficiency: 0),
    ImportanceRung(
      components: 40, blocks: 2048, rounds: 3, places: 12_288, most: 1 << 18, effective: 500,
      steps: 25, leastEfficiency: 0),
  ]
}
