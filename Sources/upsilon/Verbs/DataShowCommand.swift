import Console
import Galaxies
import Runs
import Shelf
import Support

/// `upsilon data show`: curves and catalogue as they were understood.
enum DataShowCommand: Command {
  static let subject = Positional<String>(
    "data", "A dataset by its name, a spec, or a file, folder or archive of your own.")
  static let galaxy = Option<String?>("galaxy", "NAME", "Only this galaxy.")
  static let rows = Option<PositiveInteger?>("rows", "N", "Show at most N rows of each table.")
  static let json = Flag("json", "Print JSON instead of text.")

  static let name = "data show"
  static let summary = "Show curves and catalogue as they were understood."
  static let details = [
    "Everything is in the units of the program, which stand under the names; the notes say what "
      + "was converted, dropped or passed over. Of a spec its dataset is shown, read as it says."
  ]
  static let parameters: [any Parameter] = [
    subject, galaxy, DataSubject.format, rows, Workspace.data, json,
  ]
  static let examples = [
    "data show mock --galaxy Mock0001", "data show my-galaxies --format rotmod",
    "data show experiments/quickstart.json --rows 5",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let shelf = try Workspace.shelf(arguments)
    let found = try DataSubject(
      arguments[subject], format: arguments[DataSubject.format], shelf)
    for warning in found.warnings { terminal.err(arguments.invocation.text(warning)) }
    let galaxies = try galaxies(of: found.dataset, arguments[galaxy])
    let catalogue = DatasetText(columns: DatasetColumn.catalogue(of: galaxies, deriving: true))
    let points = DatasetText(columns: DatasetColumn.points(of: galaxies))
    if arguments[json] {
      terminal.json(value(found, catalogue, points))
      return .done
    }
    func lines(_ text: DatasetText) -> [String] {
      text.lines(width: terminal.outputWidth, maximumRows: arguments[rows]?.value)
    }
    let parts =
      [head(of: found)] + [["catalogue"] + lines(catalogue), ["points"] + lines(points)]
      + [found.dataset.notes.map { "  note: \($0)" }].filter { !$0.isEmpty }
    terminal.out(parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n"))
    return .done
  }

  private static func galaxies(of dataset: Dataset, _ name: String?) throws -> [Galaxy] {
    guard let name else { return dataset.galaxies }
    let found = dataset.galaxies.filter { $0.name == name }
    if found.isEmpty {
      throw InputRejected(
        "there is no galaxy '\(name)' in '\(dataset.name)'",
        help: dataset.galaxies.map(\.name).advice(for: name))
    }
    return found
  }

  private static func head(of found: DataSubject) -> [String] {
    let dataset = found.dataset
    let size =
      dataset.galaxies.count.counted("galaxy", "galaxies") + ", "
      + dataset.pointCount.counted("point", "points")
    var lines = [
      dataset.name, FactLine.text("read as", found.origin), FactLine.text("size", size),
    ]
    if !dataset.citation.isEmpty { lines.append(FactLine.text("citation", dataset.citation)) }
    let inputs = files(of: dataset)
    for input in inputs.prefix(mostInputs) {
      let hash = "SHA-256 \(input.sha256.prefix(12))…"
      lines.append(
        FactLine.text("input", "\(input.role), \(input.bytes.grouped) bytes, \(hash)"))
    }
    let more = inputs.count - mostInputs
    return more > 0 ? lines + [FactLine.text("input", "and \(more.grouped) more")] : lines
  }

  /// The inputs that are files, or what was generated.
  private static func files(of dataset: Dataset) -> [Dataset.Input] {
    dataset.inputs.filter { $0.role != Dataset.Input.conversionRole }
  }

  /// How many inputs are listed.
  private static let mostInputs = 5

  private static func value(
    _ found: DataSubject, _ catalogue: DatasetText, _ points: DatasetText
  ) -> JSONValue {
    let dataset = found.dataset
    let inputs = files(of: dataset).map { input -> JSONValue in
      [
        "role": .string(input.role), "sha256": .string(input.sha256),
        "bytes": .number(Double(input.bytes)),
      ]
    }
    return [
      "name": .string(dataset.name), "read_as": .string(found.origin),
      "citation": .string(dataset.citation), "inputs": .array(inputs),
      "notes": .array(dataset.notes.map { .string($0) }),
      "catalogue": ["units": catalogue.units, "rows": catalogue.json],
      "points": ["units": points.units, "rows": points.json],
    ]
  }
}
