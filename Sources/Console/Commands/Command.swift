/// A verb of the program, declared once.
///
/// The parser, the help pages, the suggestions and the tests all read the same declaration. A
/// command is a type without instances; its parameters are static properties that serve as typed
/// keys:
///
///     enum PlanCommand: Command {
///       static let limit = Option<Int>("limit", "N", default: 10, "Show at most N units.")
///       static let parameters: [any Parameter] = [limit]
///       …
///       arguments[limit]  // an Int
///     }
package protocol Command: SendableMetatype {
  /// The words that call the command: one, or two with a space between them (`data fetch`).
  static var name: String { get }

  /// One sentence for the overview.
  static var summary: String { get }

  /// Further paragraphs for the help page; one that begins with a space is not wrapped.
  static var details: [String] { get }

  /// What may follow the name, in the order of the help page.
  static var parameters: [any Parameter] { get }

  /// Command lines without the name of the program; every one of them must parse.
  static var examples: [String] { get }

  /// Does the work.
  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> ExitStatus
}

extension Command {
  package static var details: [String] { [] }
  package static var parameters: [any Parameter] { [] }
  package static var examples: [String] { [] }
}
