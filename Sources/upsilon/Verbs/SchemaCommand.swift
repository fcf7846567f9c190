import Console
import Specs
import Support

/// `upsilon schema`: the JSON Schema of specs, for editors.
enum SchemaCommand: Command {
  static let name = "schema"
  static let summary = "Print the JSON Schema of a spec, for completion in editors."
  static let examples = ["schema"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    guard case .object(let members) = JSONObject.schema(of: SpecKeys.all) else { return .done }
    let head: [JSONValue.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("title", "Upsilon experiment"),
    ]
    // A spec that extends another may leave out what that one has.
    let body = members.filter { $0.key != "required" }
    terminal.json(JSONValue.object(head + body))
    return .done
  }
}
