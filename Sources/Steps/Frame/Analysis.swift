package import Support
package import Tables

/// One step over the tables of a run: it reads a table and makes others.
///
/// A new step is one new file and one new line in ``AnalysisCatalogue``.
package protocol Analysis: Sendable, SendableMetatype {
  /// The key that selects the step; its value names the table that the step reads.
  static var verb: String { get }
  static var summary: String { get }
  /// The keys of the step besides `name`; the first is the verb.
  static var keys: [any JSONKeyDeclaration] { get }

  /// What the step's table is called.
  var name: Located<String> { get }

  /// The table that the step reads.
  var reads: String { get }

  /// Reads the step; mistakes go into the report.
  init?(_ object: JSONObject, name: Located<String>, _ report: InputReport)

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
  /// - Returns: Tables with the schemas that ``makes(from:_:)`` told.
  func run(on tables: TableSet, _ context: AnalysisContext) -> [Table]

  /// What a reader of the step's tables should know, one sentence each.
  func warnings(about made: [Table]) -> [String]

  /// The families of methods that the step chooses from, with their versions, oldest first.
  var methods: [(family: String, versions: [String])] { get }

  /// The tables that the step names in expressions, besides the one it reads.
  var mentionedTables: [String] { get }

  /// The step with every default written out.
  var resolved: JSONValue { get }
}

extension Analysis {
  package func warnings(about made: [Table]) -> [String] { [] }
  package var mentionedTables: [String] { [] }
  package var methods: [(family: String, versions: [String])] { [] }
}
