import Console
import Records
import Shelf
import Specs

/// `upsilon schema`: the JSON Schema of specs, for editors.
enum SchemaCommand: Command {
  static let name = "schema"
  static let summary = "Print the JSON Schema of a spec, for completion in editors."
  static let details = [
    "Names of datasets are those of the program and of 'registry.json' in the data folder. A "
      + "base, which others extend and which has no name, says so: "
      + "\"$schema\": \"spec.schema.json#base\"."
  ]
  static let parameters: [any Parameter] = [Workspace.data]
  static let examples = ["schema", "schema --data my-data"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let shelf = try Workspace.shelf(arguments)
    terminal.json(SpecSchema.value(datasets: shelf.registry.names))
    return .done
  }
}
