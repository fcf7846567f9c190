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
    guard Self.check(cuts, GalaxyTables.catalogueSchema(dataset), report) else { return nil }

    var flow = CutFlow(names)
    var galaxies = dataset.galaxies
    var kept = Array(galaxies.indices)
    if !cuts.only.isEmpty { kept = Self.only(cuts.only, &galaxies, &flow) }
    Self.cutPoints(cuts.points, &galaxies, names, &flow)
    if !cuts.points.isEmpty {
      kept = flow.apply("at least one point is left", to: kept) {
        galaxies[$0].curve.count > 0
      } because: { _ in
        "no point is left"
      }
    }
    let whole = GalaxyTables.catalogue(galaxies, names)
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
  ///   - catalogue: The columns of the catalogue, with the names of the galaxies where they are
  ///     known.
  ///   - report: Receives what is wrong with the rules.
  /// - Returns: Whether all of them can be used.
  @discardableResult
  static func check(_ cuts: Cuts, _ catalogue: TableSchema, _ report: InputReport) -> Bool {
    let names = catalogue["galaxy"]?.vocabulary
    let points = GalaxyTables.pointSchema(names)
    let areKnown = names.map { checkNames(cuts.only, $0, report) } ?? true
    let kinds =
      cuts.points.map {
        $0.check(over: points, SchemaSet([catalogue]), expecting: .boolean, report)
      }
      + cuts.galaxies.map { $0.check(over: catalogue, SchemaSet(), expecting: .boolean, report) }
    return areKnown && kinds.allSatisfy { $0 == .boolean }
  }

  /// Checks that the dataset has the galaxies that a spec names.
  private static func checkNames(
    _ wanted: [Located<String>], _ names: [String], _ report: InputReport
  ) -> Bool {
    let known = Set(names)
    let unknown = wanted.filter { !known.contains($0.value) }
    for name in unknown {
      report.error(
        "unknown galaxy '\(name.value)'", at: name.place, help: names.advice(for: name.value))
    }
    return unknown.isEmpty
  }

  /// Keeps the galaxies that the spec names; the others have no point that a rule could judge.
  private static func only(
    _ names: [Located<String>], _ galaxies: inout [Galaxy], _ flow: inout CutFlow
  ) -> [Int] {
    let wanted = Set(names.map(\.value))
    let isNamed = galaxies.map { wanted.contains($0.name) }
    for index in galaxies.indices where !isNamed[index] {
      galaxies[index].curve = galaxies[index].curve.keeping([])
    }
    let count = wanted.count.counted("galaxy", "galaxies")
    return flow.apply("only the \(count) named", to: Array(galaxies.indices)) {
      isNamed[$0]
    } because: { _ in
      "it is not named"
    }
  }

  private static func cutPoints(
    _ rules: [Expression], _ galaxies: inout [Galaxy], _ names: [String], _ flow: inout CutFlow
  ) {
    for rule in rules {
      let points = GalaxyTables.points(galaxies, names)
      let catalogue = GalaxyTables.catalogue(galaxies, names)
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
