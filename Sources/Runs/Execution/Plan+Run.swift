import Galaxies
import Plans
import Specs
import Support

extension Plan {
  /// What the tables of a run say of where they come from.
  var tableMeta: [JSONValue.Member] {
    [
      .init("dataset", .string(spec.dataset.label)),
      .init("citation", .string(dataset.citation)),
      .init("engine", .number(Double(Engine.number))),
      .init("methods", .object(spec.methods.map { .init($0.family, .string($0.version)) })),
    ]
  }

  /// The user's own files that a run of the plan keeps beside its record.
  var keptOriginals: [Dataset.Original] {
    spec.outputs.inputs == false ? [] : dataset.originals.filter { $0.content != nil }
  }
}
