import Support

/// The name of a run's folder: the experiment and the first twelve digits of the identity.
struct RunName: Equatable {
  let experiment: String
  let hash: String

  /// Reads a name; `nil` if it does not end in such digits.
  init?(_ name: String) {
    let end = name.suffix(13)
    guard end.count == 13, end.first == "-", name.count > 13,
      end.dropFirst().utf8.allSatisfy({ $0.isDigit || (97...102).contains($0) })
    else { return nil }
    experiment = String(name.dropLast(13))
    hash = String(end.dropFirst())
  }
}
