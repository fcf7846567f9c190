import Datasets
import Galaxies
import Support

/// The keys of a dataset of the user's own files.
enum OwnDataKey {
  private static let path = JSONKey(
    "path", JSONType<String>.path, "file or folder, relative to this spec")
  private static let format = JSONKey(
    "format", JSONType<String>.word(of: DatasetReaders.names, noun: "format"),
    "how the files are laid out")
  private static let files = JSONKey(
    "files", JSONType<String>.filePattern,
    "which files of the folder are read, as *_rot.txt or */*.dat")
  private static let distance = JSONKey(
    "distance", JSONType<Double>.positive, "the distance of galaxies for which no file has one, Mpc"
  )
  private static let mapping = MappingKeys()
  private static let catalogueName = JSONKey(
    "name", JSONType<String>.string, required: true, "the file, beside the points")
  private static let catalogue = JSONKey(
    "catalogue", catalogueType, "the file of the catalogue, or an object with its columns")

  static let keys: [any JSONKeyDeclaration] =
    [path, format, files, distance, catalogue] + mapping.all

  /// The columns that files of points may have.
  static let columnNames =
    ["galaxy"] + PointColumn.all.map(\.name) + ["sigma_hi", "sigma_gas", "sigma_star", "distance"]

  private static let catalogueType = JSONType<CatalogueSettings>(
    schema: ["anyOf": [["type": "string"], JSONObject.schema(of: [catalogueName] + mapping.all)]],
    words: "name of a file, or object", parts: [catalogueName] + mapping.all
  ) { node, report in
    if let name = node.string { return CatalogueSettings(name) }
    guard let object = JSONObject(node, keys: [catalogueName] + mapping.all, report) else {
      return nil
    }
    let names = ["galaxy"] + GalaxyColumn.all.filter { $0.field != nil }.map(\.name)
    let own = mapping.mapping(object, names: names, takesOthers: true, report)
    return object[catalogueName].map { CatalogueSettings($0, own) }
  }

  /// The dataset of an object; `nil` after a mistake that leaves none.
  ///
  /// - Parameters:
  ///   - object: The object.
  ///   - known: How many diagnostics there were before the object was read.
  ///   - report: Takes what is wrong.
  /// - Returns: The dataset, with the place of its path.
  static func choice(
    _ object: JSONObject, after known: Int, _ report: InputReport
  ) -> Located<DatasetChoice>? {
    for key in [path, format] where !object.has(key) {
      report.error(
        "missing key '\(key.name)'", at: object.place(of: key),
        help: "own files are given as {\"path\": \"my-galaxies\", \"format\": \"rotmod\"}")
    }
    let place = object.place(of: path)
    let settings = TableSettings(
      points: mapping.mapping(object, names: columnNames, report), files: object[files],
      distance: object[distance], catalogue: object[catalogue])
    guard let path = object[path], let format = object[format] else { return nil }
    let reader = DatasetReaders.reader(named: format)
    let allowed = reader.map { $0.settings }.asList.flatMap(\.self)
    for key in keys.dropFirst(2) where object.has(key) && !allowed.contains(key.name) {
      report.error(
        "format '\(format)' has no '\(key.name)'", at: object.place(of: key),
        help:
          #"format "table" maps columns; "files", "catalogue" and "distance" go with "rotmod" too"#)
    }
    return Located(
      .files(
        OwnData(
          path: path, format: format, settings: settings,
          isSound: report.diagnostics.count == known)), at: place)
  }
}
