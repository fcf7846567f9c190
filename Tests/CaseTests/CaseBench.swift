import Datasets
import Foundation
import Galaxies
import Plans
import Runs
import Specs
import Steps
import Support
import Tables
import TestKit
import Testing

/// What the cases of a file are tried on: a spec with a gap, and tables or a dataset.
struct CaseBench {
  /// What stands for the part that a case gives.
  static let gap = "…"

  /// The spec with a gap.
  var spec = Self.gap
  /// The tables that steps find; those of a run of the dataset where there are none.
  var tables: [Table] = []
  /// The files of the dataset by role.
  var files: [(role: String, text: String)] = []

  /// Begins with the three galaxies that all files of cases share.
  init() throws {
    files = try ["points", "catalogue"].map { role in
      let file = CaseFile.folder.appending(path: "\(role).csv")
      return (role, try String(contentsOf: file, encoding: .utf8))
    }
  }

  /// Takes a block of a file that is no case; `false` if it is none of these.
  mutating func take(_ block: CaseFile.Block) -> Bool {
    switch block.keyword {
    case "#": break
    case "spec": spec = block.body.joined(separator: "\n")
    case "table":
      let table = CaseTable(heading: block.heading, lines: block.body).table
      tables = tables.filter { $0.name != table.name } + [table]
    case "file":
      files.removeAll { $0.role == block.heading }
      files.append((block.heading, block.body.joined(separator: "\n") + "\n"))
    default: return false
    }
    return true
  }

  /// What comes of a case, with its marks where the mistakes are and its outcomes as they are.
  func found(_ example: Case) throws -> Case {
    let parts = spec.components(separatedBy: Self.gap)
    try #require(parts.count == 2, "a spec has one '\(Self.gap)'")
    let marked = MarkedText(parts[0] + example.part + parts[1])
    let report = InputReport()
    let made = try made(of: marked.source, report)
    let part = String(decoding: MarkedText(example.part).source.bytes, as: UTF8.self)
    let start = parts[0].utf8.count
    let spans = report.inReadingOrder.compactMap(\.place?.span)
      .map { $0.lowerBound - start..<$0.upperBound - start }
    let isInside = spans.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= part.utf8.count }
    return Case(
      title: example.title, part: isInside ? MarkedText.marking(spans, in: part) : part,
      outcomes: outcomes(of: example, report, made))
  }

  private func outcomes(of example: Case, _ report: InputReport, _ made: Made) -> [Case.Outcome] {
    let said = report.inReadingOrder.flatMap { diagnostic in
      ["\(diagnostic.severity.rawValue): \(diagnostic.message)"]
        + (diagnostic.help.map { ["help: \($0)"] } ?? [])
    }
    let told = example.outcomes.compactMap { outcome -> Case.Outcome? in
      switch outcome {
      case .table(let expected):
        made.tables[expected.name].map { .table(CaseTable($0, like: expected)) }
      case .notes: report.hasErrors ? nil : .notes(made.notes)
      case .diagnostics: nil
      }
    }
    return told + (said.isEmpty ? [] : [.diagnostics(said)])
  }

  /// What comes of a spec: its tables, and what is to be known of them.
  private struct Made {
    var tables = TableSet()
    var notes: [String] = []
  }

  /// What comes of a spec; nothing if there is a mistake in it.
  private func made(of source: SourceText, _ report: InputReport) throws -> Made {
    guard let node = JSONParser.parse(source, report) else { return Made() }
    if tables.isEmpty {
      guard let spec = ExperimentSpec.checked(node, report), !report.hasErrors,
        let plan = try? Plan(spec, dataset(), report)
      else { return Made() }
      let results = plan.results(from: Scheduler.records(of: plan, jobs: 1))
      return Made(tables: results.tables, notes: results.warnings)
    }
    guard let spec = ExperimentSpec(node, report), !report.hasErrors else { return Made() }
    var schemas = SchemaSet(tables.map(\.schema))
    StepCatalogue.check(spec.analyses, &schemas, report)
    var made = Made(tables: TableSet(tables))
    if report.hasErrors { return made }
    let context = StepContext(
      computations: [], steps: spec.analyses, needed: Set(schemas.names),
      methods: Dictionary(uniqueKeysWithValues: spec.methods.map { ($0.family, $0.version) }))
    for step in spec.analyses {
      let result = step.run(on: made.tables, context)
      made.tables.add(result.tables)
      made.notes +=
        result.notes.sentences(of: step.name.value) + step.warnings(about: result.tables)
    }
    return made
  }

  private func dataset() throws -> Dataset {
    let report = InputReport()
    let sources = files.map { (role: $0.role, source: SourceText(name: $0.role, text: $0.text)) }
    let reader = try #require(DatasetReaders.reader(named: "csv"))
    let reading = DatasetReaders.read(DatasetFiles(sources), as: reader, report)
    try report.check()
    let inputs = files.map { file in
      Dataset.Input(
        role: file.role, sha256: Fingerprint(of: file.text.utf8).description,
        bytes: file.text.utf8.count)
    }
    return Dataset(name: "made-up", galaxies: reading.galaxies, inputs: inputs)
  }
}
