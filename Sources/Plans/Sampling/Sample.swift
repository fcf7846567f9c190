package import Galaxies
package import Specs
package import Support
package import Tables

/// What the cuts keep of a dataset, with a record of what each rule dropped.
///
/// Point rules come first, so that `points`, `r_min` and `r_max` describe the curve that is used.
package struct Sample: Sendable {
  /// The galaxies kept, with the points kept, in the order of the dataset.
  package let galaxies: [Galaxy]
  /// The position of each in the dataset; shape `[galaxies]`.
  package let positions: [Int]
  /// The catalogue of the galaxies kept.
  package let catalogue: Table
  /// What each rule found and dropped.
  package let cutFlow: Table
  /// Every dropped galaxy with the rule that dropped it.
  package let dropped: Table

  /// How many points all curves have together.
  package var pointCount: Int {
    galaxies.reduce(0) { $0 + $1.curve.count }
  }

  /// Applies cuts to a dataset; gives `nil` if a rule cannot be used.
  ///
  /// - Parameters:
  ///   - cuts: The rules.
  ///   - dataset: What they choose from.
  ///   - report: Receives what is wrong with the rules.
  package init?(_ cuts: Cuts, of dataset: Dataset, _ report: InputReport) {
    let names = dataset.galaxies.map(\.name)
    guard Self.check(cuts, names, report) else { return nil }

    var flow = CutFlow(names)
    var galaxies = dataset.galaxies
    Self.cutPoints(cuts.points, &galaxies, names, &flow)
    var kept = Array(galaxies.indices)
    if !cuts.points.isEmpty {
      kept = flow.apply("at least one point is left", to: kept) {
        galaxies[$0].curve.count > 0
      } because: { _ in
        "no point is left"
      }
    }
    let whole = GalaxyTables.catalogue(galaxies, positions: Array(galaxies.indices), names)
    for rule in cuts.galaxies {
      let isMet = rule.truths(over: whole, TableSet())
      kept = flow.apply(rule.canonicalText, to: kept) {
        isMet[$0]
      } because: { row in
        rule.names.map { name in
          let text = whole.text(row: row, of: name)
          return text.isEmpty ? "\(name) is missing" : "\(name) = \(text)"
        }.joined(separator: ", ")
      }
    }
    self.galaxies = kept.map { galaxies[$0] }
    positions = kept
    catalogue = whole.keeping(kept, as: TableName.galaxies)
    cutFlow = flow.flowTable
    dropped = flow.droppedTable
  }

  /// Checks the rules against the columns they may use.
  ///
  /// - Parameters:
  ///   - cuts: The rules.
  ///   - names: The galaxies of the dataset; `nil` while they are not known.
  ///   - report: Receives what is wrong with the rules.
  /// - Returns: Whether all of them can be used.
  @discardableResult
  static func check(_ cuts: Cuts, _ names: [String]?, _ report: InputReport) -> Bool {
    let catalogue = GalaxyTables.catalogueSchema(names)
    let pointNames = TableNames(GalaxyTables.pointSchema(names), SchemaSet([catalogue]))
    let galaxyNames = TableNames(catalogue, SchemaSet())
    let kinds =
      cuts.points.map { $0.check(in: pointNames, expecting: .boolean, report) }
      + cuts.galaxies.map { $0.check(in: galaxyNames, expecting: .boolean, report) }
    return kinds.allSatisfy { $0 == .boolean }
  }

  private static func cutPoints(
    _ rules: [Expression], _ galaxies: inout [Galaxy], _ names: [String], _ flow: inout CutFlow
  ) {
    for rule in rules {
      let points = GalaxyTables.points(galaxies, names)
      let catalogue = GalaxyTables.catalogue(
        galaxies, positions: Array(galaxies.indices), names)
      let isMet = rule.truths(over: points, TableSet([catalogue]))
      flow.addPoints(rule.canonicalText, before: isMet.count, after: isMet.count { $0 })
      var start = 0
      for index in galaxies.indices {
        let count = galaxies[index].curve.count
        let stays = (0..<count).filter { isMet[start + $0] }
        start += count
        if stays.count < count { galaxies[index].curve = galaxies[index].curve.keeping(stays) }
      }
    }
  }
}
