import Console
import Galaxies
import Plans
import Records
import Runs
import Shelf
import Specs
import Support

/// What an identity is made of, as `why` tells it.
struct IdentityAccount {
  private let name: String
  private let identity: Fingerprint
  private let engine: Int
  private let inputs: [(role: String, sha256: String, file: String?)]
  private let methods: [(family: String, version: String)]
  /// The part of the spec that determines results.
  private let spec: JSONValue
  private let run: StoredRun?
  private let nearest: NearestRun?

  /// The account of a run.
  init(_ run: StoredRun, _ shelf: DataShelf) {
    let manifest = run.manifest
    let choice = run.dataset
    name = run.experiment
    identity = manifest.identity
    engine = manifest.engine
    inputs = manifest.inputs.map { input in
      (input.role, input.sha256, choice.flatMap { shelf.path(ofRole: input.role, in: $0) })
    }
    methods = manifest.spec.methods.map { ($0.family, $0.version) }
    spec = manifest.spec.json
    self.run = run
    nearest = nil
  }

  /// The account of a plan, with its run or the nearest one where there is such.
  init(_ plan: Plan, _ run: StoredRun?, _ nearest: NearestRun?, _ shelf: DataShelf) {
    name = plan.spec.name
    identity = plan.identity.fingerprint
    engine = Engine.number
    inputs = plan.dataset.inputs.map { input in
      (input.role, input.sha256, shelf.path(ofRole: input.role, in: plan.spec.dataset))
    }
    methods = plan.spec.methods.map { ($0.family, $0.version) }
    spec = plan.spec.scientific
    self.run = run
    self.nearest = nearest
  }

  /// - Parameters:
  ///   - subject: The run or the spec, as the user named it.
  ///   - invocation: The command line.
  ///   - width: Columns of the terminal.
  /// - Returns: Everything there is to say.
  func lines(subject: String, _ invocation: Invocation, width: Int?) -> [String] {
    var lines = ["\(name) · \(identity.short)", FactLine.text("identity", "\(identity)")]
    lines.append(FactLine.text("run", run.map { "there: \($0.path)" } ?? "not there yet"))
    lines.append(FactLine.text("engine", "\(engine)"))
    for input in inputs {
      lines.append(
        FactLine.text(
          "data",
          ([input.role, input.sha256] + [input.file].compactMap(\.self))
            .joined(separator: "  ")))
    }
    for method in methods {
      lines.append(FactLine.text("method", "\(method.family): \(method.version)"))
    }
    let sections = spec.entries.filter { $0.key != "methods" }
    let longest = sections.map(\.key.count).reduce(0, max)
    for (position, section) in sections.enumerated() {
      let text = "\(section.key.padded(to: longest))  \(section.value.canonicalText)"
      lines.append(
        FactLine.text(
          position == 0 ? "spec" : "",
          width.map { text.truncated(to: $0 - FactLine.indent) } ?? text))
    }
    return lines + differences(invocation.line("run", [subject]), width)
  }

  private func differences(_ call: String, _ width: Int?) -> [String] {
    guard let nearest else {
      return run == nil ? ["", "  there is no earlier run to compare with"] : []
    }
    let count = nearest.differenceCount
    if count == 0 {
      return ["", "  '\(nearest.run.path)' has the same identity: '\(call)' takes it over"]
    }
    var text = TextTable([.text("pointer"), .text("earlier"), .text("now")])
    for change in changes(nearest) {
      text.append([change.pointer, spelled(change.old), spelled(change.new)])
    }
    let made = nearest.run.journal.map(RunSummary.moment) ?? "an unknown time"
    return [
      "",
      "  nearest run: \(nearest.run.path), of \(made); "
        + count.counted("difference", "differences"),
    ] + text.lines(width: width, maximumRows: nil, indent: 4)
  }

  /// Everything that differs, each under a pointer.
  private func changes(
    _ nearest: NearestRun
  ) -> [(pointer: String, old: JSONValue?, new: JSONValue?)] {
    (nearest.spec.settings + nearest.spec.methods).map { ($0.pointer, $0.old, $0.new) }
      + nearest.inputs.map { input in
        (
          "/inputs/\(JSONDifference.token(input.role))", input.old.map { .string($0) },
          input.new.map { .string($0) }
        )
      }
      + [nearest.engine].compactMap(\.self).map {
        ("/engine", .number(Double($0)), .number(Double(engine)))
      }
  }

  private func spelled(_ value: JSONValue?) -> String {
    value.map { $0.canonicalText.truncated(to: 40) } ?? NumberFormat.missing
  }

  var json: JSONValue {
    [
      "name": .string(name), "identity": .string("\(identity)"), "engine": .number(Double(engine)),
      "inputs": .array(
        inputs.map {
          [
            "role": .string($0.role), "sha256": .string($0.sha256),
            "file": $0.file.map { .string($0) } ?? .null,
          ]
        }),
      "methods": .object(methods.map { .init($0.family, .string($0.version)) }),
      "spec": spec,
      "run": run.map { .string($0.path) } ?? .null,
      "nearest": nearest.map { nearest in
        [
          "run": .string(nearest.run.path), "identity": .string("\(nearest.run.manifest.identity)"),
          "differences": .array(
            changes(nearest).map {
              ["pointer": .string($0.pointer), "old": $0.old ?? .null, "new": $0.new ?? .null]
            }),
        ]
      } ?? .null,
    ]
  }
}
