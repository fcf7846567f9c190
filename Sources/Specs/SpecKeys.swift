import Galaxies
import Models
import Steps
package import Support

/// The keys of a spec, declared once for the reader and for the JSON Schema.
package enum SpecKeys {
  static let upsilon = JSONKey(
    "upsilon", JSONType<Double>.number.located, required: true,
    "version of the spec language: \"upsilon\": \(ExperimentSpec.schemaVersion)")
  static let name = JSONKey(
    "name", JSONType<String>.string.located, required: true,
    "what the run is called: letters, digits, '-', '_' and '.'")
  static let extends = JSONKey(
    "extends", JSONType<String>.string, "another spec, relative to this one, that this one changes")
  static let question = JSONKey(
    "question", JSONType<String>.string, "what the experiment asks, in one sentence")
  static let source = JSONKey(
    "source", JSONType<String>.string, "the publication that the experiment reproduces")
  static let answer = JSONKey(
    "answer", Answer.type,
    "the answer in a sentence, with numbers of the run: \"… falls to {rms.plain.rms:3} dex\"")
  static let authors = JSONKey(
    "authors", Author.list, "who answers for the experiment; bundles cite them")
  static let dataset = JSONKey(
    "dataset", DatasetKey.type, required: true,
    "a name such as \"m33\" or \"sparc\", {\"path\": …, \"format\": …}, or {\"mock\": …}")
  static let cuts = JSONKey("cuts", Cuts.type, "which galaxies and points belong to the sample")
  static let model = JSONKey(
    "model", ModelReading.type, required: true,
    "what each unit computes: {\"fit\": [\"rational-taper\"]}; {} for no units, only steps")
  static let grid = JSONKey(
    "grid", AxisReading.all.atMost(1_000), "the axes whose values are combined")
  static let bounds = JSONKey(
    "bounds", BoundsReading.type.atMost(1_000),
    "ranges of parameters, for all models or for one; to name a quantity of the galaxy frees it: "
      + GalaxyParameter.allCases.map(\.rawValue).joined(separator: ", "))
  static let priors = JSONKey(
    "priors", PriorReading.type.atMost(1_000),
    "what is known beforehand of parameters, or of quantities of the galaxy, which frees those")
  static let ties = JSONKey(
    "ties", TieReading.type.atMost(1_000),
    "quantities that follow from others: {\"upsilon_bulge\": \"1.4 * upsilon_disk\"}")
  static let posterior = JSONKey(
    "posterior", PosteriorSettings.type.located,
    "that the posterior of every fit is sampled, and how; {} for the usual way")
  static let methods = JSONKey(
    "methods", JSONType<String>.string.located.map.atMost(1_000),
    "which version of a method to use")
  static let thickness = JSONKey(
    "thickness", Thickness.type.located,
    "scale heights in kpc of disk and gas, where speeds follow from surface densities")
  static let beyond = JSONKey(
    "beyond", JSONType<DiskEdge>.choice("edge").located,
    "what lies beyond the last radius of surface densities: continued (as they fall off there), or "
      + "zero (as if one more radius had none)")
  static let analyses = JSONKey(
    "analyses", StepCatalogue.type.tolerant.list.atMost(StepCatalogue.most),
    "steps over the tables, in order")
  static let outputs = JSONKey("outputs", Outputs.type, "the tables and figures to keep")
  static let expect = JSONKey(
    "expect", Expectation.type.tolerant.list.atMost(10_000),
    "published values that the run must meet")
  static let limits = JSONKey("limits", Limits.type, "how large the plan may be")
  private static let editorSchema = JSONKey(
    "$schema", JSONType<JSONNode>(schema: ["type": "string"]) { node, _ in node },
    "the JSON Schema that an editor holds the file against; ignored here")

  package static let all: [any JSONKeyDeclaration] = [
    upsilon, extends, name, question, source, answer, authors, dataset, cuts, model, grid, bounds,
    priors, ties, posterior, methods, thickness, beyond, analyses, outputs, expect, limits,
    editorSchema,
  ]

  /// Every key, for help and reference pages; those of steps are told by ``StepCatalogue``.
  package static var reference: [KeyReference] { all.map { $0.reference } }
}
