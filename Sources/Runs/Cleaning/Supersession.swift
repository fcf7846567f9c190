import Machine
import Records

/// That a run takes the place of another one, and by what.
///
/// Both ask for the same under the same name: the same settings and dataset, and they differ in
/// engine, versions of methods or data. Newer is what is ahead in engine or methods and behind in
/// neither, whenever it was made. Where only the data differ there is nothing but time to go by;
/// see ``RunFacts/isTrulyBefore(_:at:)``. A run whose folder, spec and manifest do not agree on
/// what it is neither takes a place nor loses one.
struct Supersession {
  /// What is newer: `engine 1 → 2`.
  let reason: String

  /// Holds two runs against each other; `nil` if it is not sure.
  ///
  /// - Parameters:
  ///   - old: The run that may go.
  ///   - new: The run that may take its place.
  ///   - now: What the clock of this machine says.
  init?(of old: RunFacts, by new: RunFacts, at now: Moment) {
    guard old.isItself, new.isItself, old.experiment == new.experiment,
      old.question == new.question, old.dataset == new.dataset, old.identity != new.identity,
      let methods = Self.methods(old, new)
    else { return nil }
    if old.engine > new.engine { return nil }
    let engine = old.engine < new.engine ? ["engine \(old.engine) → \(new.engine)"] : []
    let moved = engine + methods
    if !moved.isEmpty {
      reason = moved.joined(separator: ", ")
      return
    }
    let roles = Set(old.inputs).symmetricDifference(new.inputs)
      .map { Files.name(of: $0.pointer) }
    guard !roles.isEmpty, old.isTrulyBefore(new, at: now) else { return nil }
    reason = "other data, made later: \(Set(roles).sorted().joined(separator: ", "))"
  }

  /// The methods that are newer, each in words; `nil` if one is older, or they cannot be compared.
  ///
  /// A newer engine may name families that an earlier one did not.
  private static func methods(_ old: RunFacts, _ new: RunFacts) -> [String]? {
    let versions = Dictionary(
      new.methods.map { ($0.family, $0.version) }, uniquingKeysWith: { first, _ in first })
    let isEven = old.methods.count == new.methods.count || old.engine < new.engine
    guard isEven, versions.count == new.methods.count else { return nil }
    var moved: [String] = []
    for method in old.methods {
      guard let version = versions[method.family] else { return nil }
      if version == method.version { continue }
      guard let before = number(of: method.version), let after = number(of: version),
        before < after
      else { return nil }
      moved.append("\(method.family) \(method.version) → \(version)")
    }
    return moved
  }

  /// The number in front of the version of a method: 2 of `v2_nfw`.
  static func number(of version: String) -> Int? {
    guard version.hasPrefix("v") else { return nil }
    return Int(version.dropFirst().prefix { $0.isWholeNumber })
  }
}

extension RunFacts {
  /// How far the journal and the file system may be apart about the end of a run, s.
  private static let agreement: Double = 60

  /// Whether the run was made before another one, beyond the doubts that clocks leave.
  ///
  /// The journals have to say so and the moments at which the manifests were written; of each run
  /// the two have to agree on when it was finished, and none may lie ahead of the clock of this
  /// machine. So a run that was made under another clock than that of its file system decides
  /// nothing, nor one that was copied without its times.
  func isTrulyBefore(_ other: RunFacts, at now: Moment) -> Bool {
    guard let begun, let written, let otherBegun = other.begun, let otherWritten = other.written,
      isDated(at: now), other.isDated(at: now)
    else { return false }
    return begun < otherBegun && written < otherWritten
  }

  private func isDated(at now: Moment) -> Bool {
    guard let begun, let finished, let written else { return false }
    return begun <= now && written <= now
      && abs(finished.seconds(until: written)) <= Self.agreement
  }
}
