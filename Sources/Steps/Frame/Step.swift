package import Support
package import Tables

/// One step over the tables of a run: it reads a table and makes others.
///
/// A new step is one new file and one new line in ``StepCatalogue``. Its properties hold what a
/// spec says, and ``settings`` declares a key for each; all else that is known of a key follows.
package protocol Step: Keyed {
  /// The key that selects the step; its value mostly names the table that the step reads.
  static var key: String { get }
  static var summary: String { get }
  /// The keys of the step besides `name`; the first is its own.
  static var settings: [ObjectKey<Self>] { get }

  /// What the step's table is called.
  var name: Located<String> { get set }

  /// The table that the step reads.
  var input: Located<String> { get set }

  /// Settles what depends on the rest of the spec: defaults, and what the step's tables are to say
  /// of fits.
  ///
  /// Called once, after the step was read and before anything else.
  mutating func settle(by facts: FitFacts)

  /// Checks the step against the tables that exist before it.
  ///
  /// - Parameters:
  ///   - schemas: The tables that the step may read.
  ///   - report: Receives every mistake that can be known before anything runs.
  /// - Returns: The schemas of what it makes; none where a mistake leaves them unknown.
  func makes(from schemas: SchemaSet, _ report: InputReport) -> [TableSchema]

  /// Does the work.
  ///
  /// - Parameters:
  ///   - tables: The tables that exist before the step.
  ///   - context: What else there is to work with.
  /// - Returns: Tables with the schemas that ``makes(from:_:)`` told, and what took no part.
  func run(on tables: TableSet, _ context: StepContext) -> StepResult

  /// What the step's tables say that a reader should know, one sentence each.
  func warnings(about made: [Table]) -> [String]

  /// The columns of the step's table that a summary shows beside its keys; none for all that tell
  /// something.
  var headlines: [String] { get }

  /// Whether the step makes of a table one whose cells are the same, though some may have lost
  /// their rows on the way.
  func keepsCells(of table: TableSchema) -> Bool

  /// Whether what the step makes of the rows of some cells depends on no others, and what it makes
  /// of all of them follows from its ``StepResult/shares``: it is then done for some cells after
  /// the other, and all rows are never there together.
  func worksByCell(on table: TableSchema) -> Bool

  /// The columns of the table it reads that the step looks at, besides keys and those that its
  /// expressions name; `nil` for all.
  ///
  /// A step that reads a large table as a whole finds no others in it.
  func columns(of table: TableSchema) -> [String]?

  /// The families of methods that the step chooses from, with their versions, oldest first.
  var methods: [(family: String, versions: [String])] { get }
}

extension Step {
  package static var keys: [ObjectKey<Self>] {
    [.required("name", \.name, JSONType.string.located, "what the step's table is called")]
      + settings
  }

  package mutating func settle(by facts: FitFacts) {}
  package func warnings(about made: [Table]) -> [String] { [] }
  package var headlines: [String] { [] }
  package func keepsCells(of table: TableSchema) -> Bool { false }
  package func worksByCell(on table: TableSchema) -> Bool { false }
  package func columns(of table: TableSchema) -> [String]? { nil }
  package var methods: [(family: String, versions: [String])] { [] }

  /// The tables that the step names in expressions, besides the one it reads.
  package var mentionedTables: [String] { expressions.flatMap(\.tableNames) }

  /// The key of the step and its settings, for help and reference pages.
  package static var reference: StepReference {
    StepReference(key: key, summary: summary, keys: keys.map(\.reference))
  }
}

extension ObjectKey where Root: Step {
  /// The step's own key, with the table that it reads.
  static func table(_ summary: String) -> ObjectKey {
    .required(Root.key, \.input, JSONType.string.located, summary)
  }
}
