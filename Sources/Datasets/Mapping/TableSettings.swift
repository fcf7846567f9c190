package import Support

/// What a spec says of files of format `table`, beside their path.
package struct TableSettings: Equatable, Sendable {
  package var points: TableMapping
  /// Which files of a folder are read; `nil` for the one that the path names, or all.
  package var files: String?
  /// The distance of galaxies for which no file has one, Mpc.
  package var distance: Double?
  /// The file of the catalogue, and how it is read.
  package var catalogue: CatalogueSettings?

  package init(
    points: TableMapping = TableMapping(), files: String? = nil, distance: Double? = nil,
    catalogue: CatalogueSettings? = nil
  ) {
    self.points = points
    self.files = files
    self.distance = distance
    self.catalogue = catalogue
  }

  /// The distance of galaxies for which no file has one, Mpc; NaN where nothing is said.
  var usualDistance: Double { distance ?? .nan }

  /// As a spec has it; what is not said is left out.
  package var resolved: [JSONValue.Member] {
    var members = points.resolved
    if let files { members.append(.init("files", .string(files))) }
    if let distance { members.append(.init("distance", .number(distance))) }
    if let catalogue {
      let (name, mapping) = (JSONValue.string(catalogue.name), catalogue.mapping.resolved)
      let own = [JSONValue.Member("name", name)] + mapping
      members.append(.init("catalogue", mapping.isEmpty ? name : .object(own)))
    }
    return members
  }
}
