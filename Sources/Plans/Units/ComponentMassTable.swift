import Galaxies
import Specs
import Support
package import Tables

/// The `component_masses` table: the mass of each computed component, and how much of it lies where
/// its table says nothing.
package struct ComponentMassTable {
  /// The components that may come as surface densities.
  private enum Component: String, CaseIterable {
    case gas, disk
  }

  /// The share beyond the table from which on a reader is told.
  private static let notable = 0.1

  private var draft = TableDraft(TableName.componentMasses)
  private let galaxy: Column<Int>
  private let component: Column<Component>
  private let mass: Column<Double>
  private let inside: Column<Double>
  private let beyond: Column<Double>

  /// - Parameter galaxies: The names of the galaxies of the dataset.
  private init(_ galaxies: [String]?) {
    galaxy = draft.galaxy(galaxies)
    component = draft.word(
      "component", as: .key, of: Component.self,
      "gas with its helium, or the stellar disk for a mass-to-light ratio of 1")
    mass = draft.real(
      "mass", unit: "solMass", "mass of the whole component, with what lies outside its table")
    inside = draft.real(
      "share_inside", "part of that mass inside the first radius of the table")
    beyond = draft.real("share_beyond", "part of that mass beyond the last radius of the table")
  }

  /// Keys, mass and shares.
  ///
  /// - Parameter galaxies: The names of the galaxies of the dataset.
  /// - Returns: The schema.
  package static func schema(_ galaxies: [String]?) -> TableSchema {
    ComponentMassTable(galaxies).draft.schema
  }

  /// Makes the table: two rows for each galaxy with surface densities, whatever the cuts keep.
  ///
  /// - Parameters:
  ///   - dataset: The galaxies.
  ///   - rule: How their speeds are computed.
  /// - Returns: `nil` if none comes with surface densities.
  static func table(_ dataset: Dataset, _ rule: ComponentRule) -> Table? {
    guard dataset.hasSurfaceDensities else { return nil }
    let made = ComponentMassTable(dataset.galaxies.map(\.name))
    var draft = made.draft
    for (index, galaxy) in dataset.galaxies.enumerated() {
      guard let density = galaxy.surfaceDensity else { continue }
      let (gas, disk) = rule.profiles(of: density)
      for (component, profile) in [(Component.gas, gas), (.disk, disk)] {
        let mass = profile.mass
        draft.row {
          $0[made.galaxy] = index
          $0[made.component] = component
          $0[made.mass] = mass.total
          $0[made.inside] = mass.shareInside
          $0[made.beyond] = mass.shareBeyond
        }
      }
    }
    return draft.table
  }

  /// What is to be known of components with much of their mass beyond their tables.
  static func warnings(about table: Table, _ edge: DiskEdge) -> [String] {
    let shares = table.values("share_beyond")
    let rows = shares.indices.filter { shares[$0] > notable }
    guard let most = rows.max(by: { shares[$0] < shares[$1] }) else { return [] }
    let percent = "\(Int((100 * shares[most]).rounded())) %"
    let name =
      "the \(table.text(row: most, of: "component")) of '\(table.text(row: most, of: "galaxy"))'"
    let told =
      rows.count == 1
      ? "\(percent) of \(name) lies beyond the last radius of its table"
      : "\(rows.count.grouped) components have more than \(Int(100 * notable)) % of their mass "
        + "beyond the last radius of their tables, most \(name) with \(percent)"
    let advice = edge == .continued ? "; \"beyond\": \"zero\" ends disks there" : ""
    return ["\(told): see 'share_beyond' in '\(table.name)'\(advice)"]
  }
}
