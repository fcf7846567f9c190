import Models
import Posteriors
import Specs
import Steps
import Support
import Tables

/// What the posteriors of a plan are told of, and what of it is kept.
struct PosteriorContent: Sendable {
  let settings: PosteriorSettings
  let quantities: FitQuantities
  /// The names of the numbers that follow from the quantities, in the order of tables.
  let derived: [String]
  /// The tables that something reads or the run keeps, in their order.
  let tables: [PosteriorTable]
  /// Whether the evidence with wider flat priors is told as well.
  let isDoubled: Bool
  /// Every reason for which there may be no posterior; records hold their positions.
  let refusals: [PosteriorRefusal]

  /// - Returns: `nil` for a spec without posteriors.
  init?(_ spec: ExperimentSpec) {
    guard let settings = spec.posterior?.value else { return nil }
    self.settings = settings
    let quantities = FitQuantities(spec)
    self.quantities = quantities
    derived = settings.derive.map(\.key.value)
    let wanted = spec.outputs.tables.map { $0.map(\.value) }
    let needed = spec.neededTables
    tables = PosteriorTable.allCases.filter { table in
      table.isOnlyOnRequest
        ? wanted?.contains(table.rawValue) == true : needed?.contains(table.rawValue) != false
    }
    isDoubled = spec.analyses.contains { ($0 as? CompareStep)?.comparesEvidence == true }
    refusals =
      quantities.refusals.map { .space($0) } + [.nothingFree, .noLikelihood, .tooManyForGrid]
  }

  /// The names of all that posteriors are told of: quantities, then what follows from them.
  var names: [String] { quantities.names + derived }

  /// The tables that a spec may name: all but those that are made only where it does.
  var nameable: [PosteriorTable] {
    PosteriorTable.allCases.filter { !$0.isOnlyOnRequest || tables.contains($0) }
  }

  func makes(_ table: PosteriorTable) -> Bool { tables.contains(table) }
}
