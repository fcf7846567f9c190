/// Whether a living process holds a file.
package enum FileHold: Sendable {
  case held
  /// Nobody holds it, or it is gone.
  case free
  /// The file system knows no locks, or the file may not be looked at.
  case unknown
}
