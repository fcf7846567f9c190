import TestKit

/// A part of the system that a program gets for itself, as in a container.
enum OwnNamespace {
  /// Runs what follows as process 1.
  static let numbers = ["unshare", "--pid", "--fork", "--mount-proc"]
  /// Runs what follows with mounts that nobody else sees.
  static let mounts = ["unshare", "--mount"]

  static let canHaveNumbers = isThere(numbers)
  static let canHaveMounts = isThere(mounts)
  static let advice = "only root on Linux may have a namespace of its own"

  private static func isThere(_ words: [String]) -> Bool {
    (try? ChildProgram.run(words + ["true"]).status) == 0
  }
}
