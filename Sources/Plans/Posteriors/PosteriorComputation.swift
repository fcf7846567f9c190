import Galaxies
import Models
import Posteriors
package import Specs
package import Steps
import Support
package import Tables

/// The posteriors of a plan: everything that their units need, prepared once.
///
/// A unit is one cell × galaxy × model. Its draws depend on the seed, and on the names of galaxy,
/// model and cell alone.
package struct PosteriorComputation: Computation {
  package var schema: TableSchema { EvidenceTable(rows, content).schema }
  package let furtherSchemas: [TableSchema]
  package private(set) var axes: [Axis]
  private(set) var cells: CartesianProduct
  let content: PosteriorContent
  let layout: PosteriorLayout
  let positions: [Int]
  /// How many points the curve of each galaxy has; shape `[galaxies]`.
  let points: [Int]
  private let names: [String]
  private let models: [any RotationLaw.Type]
  private let subjects: [FitSubject]
  private let spaces: FitSpaces
  private let request: PosteriorRequest
  /// For each model and galaxy, what writes a record; shape `[galaxies × models]`.
  private let units: [PosteriorUnit]
  /// For each model, the quantities that an axis fixes.
  private let fixing: [[(quantity: Quantity, axis: Int)]]

  /// - Returns: `nil` for a spec without posteriors.
  package init?(_ spec: ExperimentSpec, _ sample: Sample, names: [String], spaces: FitSpaces) {
    guard let content = PosteriorContent(spec) else { return nil }
    self.content = content
    (self.names, self.spaces) = (names, spaces)
    axes = spec.grid
    cells = CartesianProduct(spec.grid.map(\.values))
    positions = sample.positions
    models = spec.laws
    subjects = sample.galaxies.map { FitSubject($0) }
    let points = subjects.map(\.points.count)
    self.points = points
    let layout = PosteriorLayout(content, points: points.reduce(0, max))
    self.layout = layout
    fixing = content.quantities.models.map { content.quantities.fixing($0, spec.grid) }
    let settings = content.settings
    request = PosteriorRequest(
      PosteriorMethod(settings.method.value), seed: UInt64(settings.seed), unit: "",
      draws: settings.draws)
    let formulas = models.map { DerivedFormulas(settings, $0.card, over: sample.catalogue) }
    units = sample.galaxies.indices.flatMap { galaxy in
      formulas.indices.map { model in
        let places = content.quantities.places(of: content.quantities.models[model])
        let derived = formulas[model].entries.compactMap { entry in
          content.names.firstIndex(of: entry.name).map { ($0, entry.formulas[galaxy]) }
        }
        return PosteriorUnit(
          content: content, layout: layout, places: places,
          derived: derived.map { (place: $0.0, formula: $0.1) })
      }
    }
    furtherSchemas = Self.schemas(content.tables, axes: axes, content, galaxies: names)
      .dropFirst().map(\.self)
  }

  /// The schemas of some tables, the first one of the evidences.
  static func schemas(
    _ tables: [PosteriorTable], axes: [Axis], _ content: PosteriorContent, galaxies: [String]?
  ) -> [TableSchema] {
    let rows = PosteriorRows(axes: axes, content, galaxies: galaxies)
    return [EvidenceTable(rows, content).schema]
      + tables.compactMap { PosteriorTables.maker(of: $0)?.schema(rows, content) }
  }

  /// The keys that all tables have.
  private var rows: PosteriorRows { PosteriorRows(axes: axes, content, galaxies: names) }

  package var order: UnitOrder {
    UnitOrder(cells: cells.count, galaxies: subjects.count, models: models.count)
  }

  package var recordWidth: Int { layout.width }
  package var recordFields: [String] { layout.fields }

  /// A unit takes some hundredths of a second.
  package var unitsPerPiece: Int { 8 }

  /// Each cell is sampled for itself; of a law the number of its parameters counts.
  package func costs(ofCells cells: Int) -> [Int] {
    points.flatMap { points in
      models.map { $0.card.parameters.count * (points + 1) * cells }
    }
  }

  package func over(_ axes: [Axis]) -> PosteriorComputation {
    var other = self
    other.axes = axes
    other.cells = CartesianProduct(axes.map(\.values))
    return other
  }

  package func isPossible(
    _ record: some RandomAccessCollection<Double>, of unit: Int
  ) -> Bool { layout.isPossible(record) }

  package func compute(
    _ units: Range<Int>, into records: UnsafeMutableBufferPointer<Double>
  ) {
    let width = recordWidth
    records.initialize(repeating: .nan)
    for unit in units {
      let start = (unit - units.lowerBound) * width
      sample(
        order[unit],
        into: UnsafeMutableBufferPointer(rebasing: records[start..<(start + width)]))
    }
  }

  /// Samples the posterior of one unit.
  private func sample(_ place: UnitOrder.Place, into record: UnsafeMutableBufferPointer<Double>) {
    let unit = writer(of: place)
    let (law, subject) = (models[place.model], subjects[place.galaxy])
    let (space, request) = (space(of: place), self.request(of: place))
    do throws(PosteriorRefusal) {
      let posterior = try PosteriorRecord(of: law, subject, in: space, request, unit.wishes)
      let doubled =
        content.isDoubled
        ? DoubledEvidence(of: posterior, law, subject, in: space, request) : nil
      unit.write(posterior, doubled, into: record)
    } catch {
      unit.write(error, into: record)
    }
  }

  /// All draws of a unit with their weights, sampled anew; none of a refused one.
  func weightedDraws(of place: UnitOrder.Place) -> [PosteriorDraw] {
    let wishes = PosteriorWishes(weightedDraws: true)
    let record = try? PosteriorRecord(
      of: models[place.model], subjects[place.galaxy], in: space(of: place), request(of: place),
      wishes)
    return record.asList.flatMap(\.weightedDraws)
  }

  /// What writes the record of a unit.
  func writer(of place: UnitOrder.Place) -> PosteriorUnit {
    units[place.galaxy * models.count + place.model]
  }

  private func space(of place: UnitOrder.Place) -> FitSpace {
    var space = FitComputation.space(
      spaces[galaxy: place.galaxy, model: place.model], content.quantities.free)
    let values = cells[place.cell]
    for (quantity, axis) in fixing[place.model] { space.fix(quantity, at: values[axis]) }
    return space
  }

  private func request(of place: UnitOrder.Place) -> PosteriorRequest {
    var request = request
    let cell = zip(axes, cells[place.cell]).map { "\($0.name)=\($1)" }
    let names = [names[positions[place.galaxy]], content.quantities.models[place.model].name]
    request.unit = (names + cell).joined(separator: "|")
    return request
  }

  package func table(from records: RecordSlice, of cells: Range<Int>) -> Table {
    EvidenceTable(rows, content).table(self, records, of: cells)
  }

  package func furtherTables(from records: RecordSlice, of cells: Range<Int>) -> [Table] {
    let rows = rows
    return content.tables.compactMap {
      PosteriorTables.maker(of: $0)?.table(rows, self, records, of: cells)
    }
  }
}

extension PosteriorMethod {
  fileprivate init(_ method: SamplerMethod) {
    switch method {
    case .importance: self = .importance
    case .chains: self = .chains
    case .grid: self = .grid
    }
  }
}
