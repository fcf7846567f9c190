import Datasets
import Foundation
import Models
import Plans
import Runs
import Specs
import Steps
import Support
import TestKit
import Testing

/// The order of a catalogue is documentation: nothing that a run leaves depends on it.
@Suite("The order of the catalogues", .limited, .slow)
struct CatalogueOrderTests {
  /// Every law, axes over parameters of several, priors, and steps that name methods.
  static let spec = """
    {
      "upsilon": 1,
      "name": "everything",
      "dataset": "m33",
      "model": { "fit": [\(laws)], "offset": {} },
      "grid": { "v_max": [60, 80], "r_t": [3, 2], "upsilon_disk": [0.5], "alpha": [0.2] },
      "priors": { "c200": { "lognormal": { "median": 10, "dex": 0.2 } } },
      "analyses": [
        { "name": "best", "select": "fits", "by": "galaxy", "minimum": "bic" },
        { "name": "fitted", "summarize": "fits", "columns": ["chi2_reduced"], "statistics": ["count", "median"],
          "by": ["model", "r_t"] }
      ]
    }
    """

  /// The names of the laws as a spec lists them; the order of this list does count.
  private static let laws = ModelCatalogue.names.map { "\"\($0)\"" }.joined(separator: ", ")

  /// What a plan says before anything is computed, and what its run leaves.
  private func left() throws -> (plan: [String], files: [String: Data]) {
    let tiny = try TinyRun()
    var said: [String] = []
    for text in [Self.spec, TinyRun.spec] {
      let plan = try TinyRun.plan(text)
      said += [
        plan.spec.resolved.canonicalText, plan.runName, RecordLayout(plan).meaning,
        plan.warnings.map(\.message).joined(separator: "\n"),
      ]
      try tiny.run(plan)
    }
    return (said, try tiny.lasting())
  }

  @Test(arguments: [nil, 1, 2, 3])
  func changesNoByteOfARun(seed: UInt64?) throws {
    let usual = try left()
    var generator = SeededGenerator(seed: seed ?? 0)
    func changed<Element>(_ all: [Element]) -> [Element] {
      seed == nil ? all.reversed() : all.shuffled(using: &generator)
    }
    let other = try ModelCatalogue.$all.withValue(changed(ModelCatalogue.all)) {
      try StepCatalogue.$all.withValue(changed(StepCatalogue.all)) {
        try DatasetReaders.$all.withValue(changed(DatasetReaders.all)) { try left() }
      }
    }
    #expect(other.plan == usual.plan)
    #expect(other.files.keys.sorted() == usual.files.keys.sorted())
    for (name, bytes) in usual.files {
      #expect(other.files[name] == bytes, "\(name)")
    }
  }

  @Test func reachesTheProgramWhereATestChangesIt() {
    let first = ModelCatalogue.all.map { $0.card.name }
    let shuffled = ModelCatalogue.$all.withValue(ModelCatalogue.all.reversed()) {
      ModelCatalogue.all.map { $0.card.name }
    }
    #expect(shuffled == first.reversed())
    #expect(ModelCatalogue.names == first.sorted())
  }
}
