package import Datasets
import Support

/// The user's own files, as a spec names them.
package struct OwnData: Equatable, Sendable {
  /// A file, a folder or an archive, relative to the spec.
  package let path: String
  /// The name of the format.
  package let format: String
  /// What the spec says of how they are to be read.
  package let settings: TableSettings
  /// Whether what the spec says of it is without a mistake, so that reading it tells of the files.
  package let isSound: Bool

  package init(
    path: String, format: String, settings: TableSettings = TableSettings(), isSound: Bool = true
  ) {
    self.isSound = isSound
    self.path = path
    self.format = format
    self.settings = settings
  }

  /// Everything written out.
  var resolved: JSONValue {
    .object(
      [.init("path", .string(path)), .init("format", .string(format))] + settings.resolved)
  }

  /// A resolved choice without what does not determine results: paths and names of files, as
  /// contents are hashed; the pattern of names stays, since it may name galaxies.
  static func scientific(ofResolved resolved: JSONValue) -> JSONValue {
    guard case .object(let members) = resolved else { return resolved }
    return .object(
      members.compactMap { member in
        switch member.key {
        case "path": return nil
        case "catalogue":
          guard case .object(let own) = member.value else { return nil }
          let rest = own.filter { $0.key != "name" }
          return rest.isEmpty ? nil : .init(member.key, .object(rest))
        default: return member
        }
      })
  }
}
