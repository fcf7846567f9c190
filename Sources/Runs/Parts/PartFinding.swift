package import Support

/// What was found of a file that was given as a part of a plan.
package struct PartFinding: Equatable, Sendable {
  package let path: String
  /// Which part it says it is; `nil` if it does not say so.
  package let shard: Shard?
  /// How many units were taken from it that were not known before.
  package let units: Int
  package let state: PartState

  package init(path: String, shard: Shard?, units: Int, state: PartState) {
    (self.path, self.shard, self.units, self.state) = (path, shard, units, state)
  }

  /// What is to be known of it; `nil` if all is as it should be.
  package var notice: Diagnostic? {
    sentence.map { Diagnostic(.warning, $0, help: help) }
  }

  private var sentence: String? {
    let part = shard.map { "the part '\(path)', \($0)," } ?? "the part '\(path)'"
    let used =
      switch units {
      case 0: "nothing of it is used"
      case 1: "one unit of it is used"
      default: "\(units.grouped) units of it are used"
      }
    return switch state {
    case .whole: nil
    case .again(let other): "\(part) holds what '\(other)' holds; one of them is used"
    case .cutShort: "\(part) is cut short; \(used)"
    case .damaged(1): "\(part) is damaged in one place; \(used)"
    case .damaged(let places): "\(part) is damaged in \(places) places; \(used)"
    case .ofAnotherSpec(let identity):
      "the part '\(path)' is of another spec or other data, \(identity.prefix(12)); it is not used"
    case .ofAnotherBuild(let build):
      "\(part) is by another build of the program, \(build); it is not used"
    case .ofAnotherLayout: "\(part) has records of another layout; it is not used"
    case .ofAnotherVersion:
      "the part '\(path)' is by another version of the program; it is not used"
    case .noPart: "the file '\(path)' is no part of a plan; it is not used"
    case .unreadable(let error): "\(part) cannot be read (\(error.reason)); it is not used"
    }
  }

  private var help: String? {
    switch state {
    case .ofAnotherBuild:
      "merge with the program that computed it, or compute it again with this one, "
        + Build.running.description
    default: nil
    }
  }
}
