import Console
import Datasets
import Figures
import Models
import Records
import Runs
import Shelf
import Support

/// What the words of a command line may be that no declaration lists: runs, their tables and
/// columns, datasets, laws, files.
///
/// The word that stands for a parameter in its help says what it takes, so that a new verb is
/// completed as those before it.
enum CompletionWords {
  static let sources: [String: CompletionSource] = [
    "<run>": CompletionSource { Completion(try runs($0)) },
    "<part>": CompletionSource { Completion(try runs($0)) },
    "<run-or-spec>": CompletionSource { Completion(try runs($0), files: .ending(".json")) },
    "<old>": CompletionSource { Completion(try runs($0), files: .any) },
    "<new>": CompletionSource { Completion(try runs($0), files: .any) },
    "LOCK": CompletionSource { Completion(try runs($0), files: .ending(".lock")) },
    "<table>": CompletionSource { Completion(try tables($0)) },
    "--table": CompletionSource { Completion(try tables($0)) },
    "--columns": CompletionSource { Completion(try columns($0)) },
    "--sort": CompletionSource { Completion(try columns($0)) },
    "--figure": CompletionSource { _ in Completion(figures) },
    "--models": CompletionSource { _ in Completion(models) },
    "<model>": CompletionSource { _ in Completion(models) },
    "<dataset>": CompletionSource { Completion(try datasets($0)) },
    "<data>": CompletionSource { Completion(try datasets($0), files: .any) },
    "FORMAT": CompletionSource { _ in Completion(DatasetReaders.names.map { .init($0) }) },
    "<spec>": CompletionSource(files: .ending(".json")),
    "<path>": CompletionSource(files: .any),
    "PATH": CompletionSource(files: .any),
    "DIR": CompletionSource(files: .folders),
    "FOLDER": CompletionSource(files: .folders),
  ]

  private static func store(_ context: CompletionSource.Context) throws -> RunStore {
    try Workspace.store(named: context.words(of: Workspace.runs.key).last)
  }

  /// The names of runs, each with how many there are, then the folders.
  private static func runs(_ context: CompletionSource.Context) throws -> [Completion.Word] {
    let entries = try store(context).runs()
    let names = entries.map(\.experiment).distinct.map { name in
      let count = entries.count { $0.experiment == name }
      return Completion.Word(name, count == 1 ? "a run" : "the latest of \(count) runs")
    }
    let folders = entries.compactMap { entry in
      entry.facts.map { Completion.Word(entry.name, "\($0.units.counted("unit", "units"))") }
    }
    return names + folders
  }

  /// The run that the line names.
  private static func run(_ context: CompletionSource.Context) throws -> StoredRun? {
    let words = ["<run>", "<old>"].flatMap { context.words(of: $0) }
    return try words.first.map { try store(context).run(meant: $0) }
  }

  /// The tables of the run that the line names; of a line without one those that any run may have.
  private static func tables(_ context: CompletionSource.Context) throws -> [Completion.Word] {
    guard let run = try run(context) else {
      return ColumnPage.tables.map { .init($0.name) }
    }
    return run.manifest.tables.map { .init($0.name, $0.rows.counted("row", "rows")) }
  }

  /// The columns of the tables that the line names, or of all tables of its run.
  private static func columns(_ context: CompletionSource.Context) throws -> [Completion.Word] {
    guard let run = try run(context) else { return [] }
    let named = context.words(of: "<table>")
    return run.manifest.tables.filter { named.isEmpty || named.contains($0.name) }
      .flatMap { table in table.columns.map { .init($0.name, $0.unit) } }
  }

  private static func datasets(_ context: CompletionSource.Context) throws -> [Completion.Word] {
    let shelf = try Workspace.shelf(named: context.words(of: Workspace.data.key).last)
    return shelf.registry.entries.map { .init($0.name, $0.title) }
  }

  private static var figures: [Completion.Word] {
    FigureCatalogue.reference.map { .init($0.word, $0.summary) }
  }

  private static var models: [Completion.Word] {
    ModelCatalogue.all.map { $0.card }.map { .init($0.name, $0.summary) }
  }
}
