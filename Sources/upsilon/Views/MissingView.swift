import Console
import Plans
import Runs
import Specs
import Support

/// What `merge --missing` says of a plan: which parts are to be computed again.
struct MissingView {
  /// How many commands are spelled out.
  private static let commandsShown = 8

  let plan: Plan
  /// What is missing; `nil` if nothing is.
  let missing: MissingUnits?
  /// The spec.
  let file: String
  /// The folder to which the parts go.
  let folder: String?

  /// The numbers of the parts, as array jobs take them: `3,17`; nothing where none is missing.
  var list: String {
    shards.map { "\($0.index)" }.joined(separator: ",")
  }

  private var shards: [Shard] {
    if let missing, missing.division == 1 { return [.whole] }
    return missing.map(\.shards).asList.flatMap(\.self)
  }

  /// The commands that compute them.
  private func commands(_ invocation: Invocation) -> [String] {
    shards.map { shard in
      let part = shard == .whole && folder == nil ? [] : ["--shard", shard.description]
      return invocation.line("run", [file] + part + folder.asList.flatMap { ["--parts", $0] })
    }
  }

  /// What is told of the parts beside the list: what was wrong with files, and the commands.
  func lines(_ invocation: Invocation) -> [String] {
    guard let missing else { return ["nothing of '\(plan.runName)' is missing"] }
    let commands = commands(invocation)
    let rest = commands.count - Self.commandsShown
    return missing.notices.map(invocation.text)
      + ["of '\(plan.runName)' are missing: \(missing.summary)"]
      + commands.prefix(Self.commandsShown).map { "  \($0)" }
      + (rest > 0 ? ["  and \(rest.grouped) more"] : [])
  }

  func json(_ invocation: Invocation) -> JSONValue {
    [
      "name": .string(plan.spec.name),
      "identity": .string(plan.identity.fingerprint.description),
      "units": .number(Double(plan.unitCount)),
      "units_missing": .number(Double(missing.map(\.count).asList.reduce(0, +))),
      "shards": missing?.division.map { .number(Double($0)) } ?? .null,
      "missing": .array(shards.map { .number(Double($0.index)) }),
      "list": .string(list),
      "commands": .array(commands(invocation).map { .string($0) }),
      "parts": .array(missing.map(\.parts).asList.flatMap(\.self).map(Self.json)),
    ]
  }

  private static func json(_ part: PartFinding) -> JSONValue {
    [
      "path": .string(part.path),
      "shard": part.shard.map { .string($0.description) } ?? .null,
      "state": .string(part.state.word),
      "units_used": .number(Double(part.units)),
    ]
  }
}
