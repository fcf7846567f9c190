import Models
import Numerics
import Specs
import Steps
import Support
import Tables

/// How much the data say of each quantity that has a prior or belongs to the galaxy.
///
/// A row stands for a quantity that a fit varied: where it has no value there (a bulge that is not,
/// a refused unit) or is fixed there is none. The prior of a quantity that has bounds alone is
/// uniform within them. Width and ratio of a lognormal or log-uniform prior are in dex, as its
/// density is; those of a truncated one are those of the whole distribution.
package struct InformationTable: Sendable {
  /// The largest ratio of widths at which the data are taken to have said something.
  static let largestInformed = 0.9
  /// The largest distance from the centre of a prior, in its widths, that needs no note.
  private static let largestPull = 3.0

  /// One quantity that is told of.
  private struct Told {
    let quantity: Quantity
    let name: String
    let kind: PriorRule.Kind
  }

  /// The columns of the table.
  private struct Columns {
    private(set) var draft: TableDraft
    let keys: ColumnBlock
    let parameter: Column<String>
    let value: Column<Double>
    let error: Column<Double>
    let prior: Column<PriorRule.Kind>
    let priorCentre: Column<Double>
    let priorWidth: Column<Double>
    let ratio: Column<Double>
    let pull: Column<Double>

    /// - Parameters:
    ///   - fits: The schema of the fits that are told of.
    ///   - parameters: Every quantity of any model once.
    init(_ fits: TableSchema, _ parameters: [String]) {
      draft = TableDraft(TableName.information, axes: fits.axes, constants: fits.constants)
      keys = draft.block((fits.axes + ["galaxy", "model"]).compactMap { fits[$0] }, as: .key)
      parameter = draft.word("parameter", as: .key, among: parameters, "the quantity")
      value = draft.real("value", "value of the fit, in the unit of the quantity")
      error = draft.real("error", "1 sigma error given data and prior")
      prior = draft.word("prior", of: PriorRule.Kind.self, "kind of the prior")
      priorCentre = draft.real("prior_centre", "mean, median or middle of the prior")
      priorWidth = draft.real(
        "prior_width",
        "standard deviation of the prior, in dex where it is one of the logarithm; bounds do not "
          + "narrow it")
      ratio = draft.real(
        "ratio",
        "error over prior width, both in dex where the prior is one of the logarithm; near 1 the "
          + "data say nothing")
      pull = draft.real(
        "pull",
        "value less prior centre over prior width, of their logarithms where the prior is one of "
          + "those")
    }
  }

  /// The quantities of each model; shape `[models][quantities]`.
  private let quantities: [[Told]]
  private let spaces: FitSpaces
  private let spec: ExperimentSpec
  /// The position in the sample of each galaxy of the dataset that is in it.
  private let galaxies: [Int: Int]

  /// Prepares the table; `nil` for a spec whose fits have neither priors nor free quantities.
  init?(_ spec: ExperimentSpec, _ sample: Sample, _ spaces: FitSpaces) {
    guard Self.isMade(of: spec) else { return nil }
    quantities = spec.models.map { Self.quantities(of: $0, spec) }
    self.spaces = spaces
    self.spec = spec
    galaxies = Dictionary(uniqueKeysWithValues: sample.positions.enumerated().map { ($1, $0) })
  }

  private static func isMade(of spec: ExperimentSpec) -> Bool {
    !spec.models.isEmpty && (spec.hasPriors || !spec.free.isEmpty)
  }

  private static func quantities(of model: String, _ spec: ExperimentSpec) -> [Told] {
    spec.quantities(of: model).filter { quantity in
      quantity.range.prior != nil || spec.free.contains { $0.name == quantity.name }
    }.map {
      Told(
        quantity: $0.quantity, name: $0.name, kind: $0.range.prior?.kind ?? .uniform)
    }
  }

  /// The schema of the table; `nil` where there is none.
  static func schema(_ spec: ExperimentSpec, fits: TableSchema) -> TableSchema? {
    guard isMade(of: spec) else { return nil }
    return Columns(fits, spec.models.flatMap { quantities(of: $0, spec).map(\.name) }.distinct)
      .draft.schema
  }

  /// Makes the table.
  ///
  /// - Parameter fits: The fits of any cells.
  /// - Returns: A row for each fit and quantity.
  func table(from fits: Table) -> Table {
    let made = Columns(fits.schema, quantities.flatMap { $0.map(\.name) }.distinct)
    var draft = made.draft
    let keys = made.keys.values(in: fits)
    let (galaxyOf, modelOf) = (fits.items("galaxy"), fits.items("model"))
    let columns = quantities.map { quantities in
      quantities.map { (fits.values($0.name), fits.values("e_\($0.name)")) }
    }
    for row in 0..<fits.rowCount {
      guard let model = modelOf[row], let galaxy = galaxyOf[row].flatMap({ galaxies[$0] })
      else { continue }
      let space = spaces[galaxy: galaxy, model: model]
      for (quantity, (values, errors)) in zip(quantities[model], columns[model]) {
        let (value, error) = (values[row], errors[row])
        guard !value.isNaN, let prior = Self.distribution(space[quantity.quantity]) else {
          continue
        }
        let (ratio, pull) = Self.information(prior, value, error: error)
        draft.row {
          $0.set(made.keys, to: keys, at: row)
          $0[made.parameter] = quantity.name
          $0[made.value] = value
          $0[made.error] = error
          $0[made.prior] = quantity.kind
          $0[made.priorCentre] = prior.centre
          $0[made.priorWidth] = prior.width
          $0[made.ratio] = ratio
          $0[made.pull] = pull
        }
      }
    }
    return draft.table
  }

  /// The table as it follows from the fits of any cell.
  var companion: CompanionTable {
    CompanionTable(TableName.information, from: TableName.fits) { table(from: $0) }
  }

  /// Centre and width of a prior.
  private struct Distribution {
    let centre: Double
    let width: Double
    let isLogarithmic: Bool
  }

  /// The prior of one quantity; `nil` where a single value is left.
  private static func distribution(_ range: FitRange) -> Distribution? {
    let (lower, upper) = (range.lower, range.upper)
    guard lower < upper, range.prior.fixedValue == nil else { return nil }
    switch range.prior {
    case .uniform:
      return Distribution(
        centre: (lower + upper) / 2, width: (upper - lower) / (12.0).squareRoot(),
        isLogarithmic: false)
    case .logUniform:
      return Distribution(
        centre: (lower * upper).squareRoot(),
        width: Elementary.log10(upper / lower) / (12.0).squareRoot(), isLogarithmic: true)
    case .normal(let mean, let sigma):
      return Distribution(centre: mean, width: sigma, isLogarithmic: false)
    case .lognormal(let median, let dex):
      return Distribution(centre: median, width: dex, isLogarithmic: true)
    }
  }

  /// The ratio of widths, and how far the value is from the centre in widths of the prior.
  private static func information(
    _ prior: Distribution, _ value: Double, error: Double
  ) -> (ratio: Double, pull: Double) {
    guard prior.isLogarithmic else {
      return (error / prior.width, (value - prior.centre) / prior.width)
    }
    let dex = error / (value * Elementary.log(10))
    return (dex / prior.width, Elementary.log10(value / prior.centre) / prior.width)
  }

  /// What is counted of a quantity, or of the quantity of a model.
  private enum Counted: String {
    /// Values with a ratio of widths, and those whose ratio is large.
    case judged
    case uninformed
    /// Values, those far from the centre, and the one that is farthest.
    case values
    case far

    func of(_ words: String...) -> String { "\(rawValue) \(words.joined(separator: " "))" }
  }

  /// Counts the values that are little more than their prior, and those that lie far from it.
  static func tally(_ table: Table) -> Tally {
    var tally = Tally()
    let (models, parameters) = (
      table.schema.words(of: "model"), table.schema.words(of: "parameter")
    )
    let (pulls, ratios) = (table.values("pull"), table.values("ratio"))
    let (modelOf, parameterOf) = (table.items("model"), table.items("parameter"))
    for row in 0..<table.rowCount {
      guard let model = modelOf[row], let parameter = parameterOf[row] else { continue }
      let (law, name) = (models[model], parameters[parameter])
      if !ratios[row].isNaN {
        tally.add(1, as: Counted.judged.of(name))
        if ratios[row] > largestInformed { tally.add(1, as: Counted.uninformed.of(name)) }
      }
      tally.add(1, as: Counted.values.of(law, name))
      let pull = pulls[row].magnitude
      guard pull > largestPull else { continue }
      tally.add(1, as: Counted.far.of(law, name))
      let peak = Tally.Peak(value: pull, label: table.text(row: row, of: "galaxy"))
      tally.add(peak, as: Counted.far.of(law, name))
    }
    return tally
  }

  /// What a reader should know: how many values are little more than their prior, and which lie
  /// far from it.
  static func sentences(_ tally: Tally, _ schema: TableSchema) -> [String] {
    uninformed(tally, schema) + pulled(tally, schema)
  }

  /// One sentence for each law and quantity of which some value is far from what was known of it.
  private static func pulled(_ tally: Tally, _ schema: TableSchema) -> [String] {
    schema.words(of: "model").flatMap { law in
      schema.words(of: "parameter").compactMap { name -> String? in
        guard let farthest = tally.peak(Counted.far.of(law, name)) else { return nil }
        let (far, all) = (tally[Counted.far.of(law, name)], tally[Counted.values.of(law, name)])
        return
          "\(far.grouped) of \(all.grouped) fits of '\(law)' have '\(name)' "
          + "more than \(JSONValue.spelling(of: largestPull)) widths from the centre of its prior, "
          + "'\(farthest.label)' farthest; see '\(TableName.information)'"
      }
    }
  }

  private static func uninformed(_ tally: Tally, _ schema: TableSchema) -> [String] {
    let counts = schema.words(of: "parameter").compactMap { name -> String? in
      let uninformed = tally[Counted.uninformed.of(name)]
      guard uninformed > 0 else { return nil }
      return
        "\(name) in \(uninformed.grouped) of \(tally[Counted.judged.of(name)].grouped) fits"
    }
    guard !counts.isEmpty else { return [] }
    return [
      "little more than their prior, with over \(JSONValue.spelling(of: largestInformed)) of its "
        + "width: \(counts.joined(separator: ", ")); see '\(TableName.information)'"
    ]
  }
}
