package import Plans
import Specs
import Support

/// A run on its way: the folder of an identity under `.partial`, where any number of processes, at
/// the same time or one after the other, keep the records they have computed.
///
/// Each process writes a log of its own, `<token>.records`, and holds it while it lives; the run is
/// written to `<token>.publish`. Logs are never changed by others, so they may be copied here from
/// another machine. The processes of a build share `<build>.claims`.
package struct PartialRun: Sendable {
  /// The endings of the names in the folder.
  enum Ending {
    static let log = ".records"
    static let publication = ".publish"
    static let claims = ".claims"
  }

  /// The folder of all partial runs in a folder of runs.
  package static func folder(of root: String) -> String {
    "\(root)/.partial"
  }

  /// The folder of runs.
  let root: String
  /// The name of the folder: twelve digits of the identity.
  package let name: String

  package init(root: String, name: String) {
    self.root = root
    self.name = name
  }

  package init(of plan: Plan, in store: RunStore) {
    self.init(root: store.root, name: plan.identity.fingerprint.short)
  }

  package var path: String { "\(Self.folder(of: root))/\(name)" }

  /// What stands before an ending in the names of the folder: the tokens of processes, or builds;
  /// none if there is no folder.
  func tokens(_ ending: String) throws(FileError) -> [String] {
    guard Files.isFolder(path) else { return [] }
    do throws(FileError) {
      return try Files.names(in: path).filter { $0.hasSuffix(ending) }
        .map { String($0.dropLast(ending.count)) }
    } catch {
      // The last one to leave may just have removed it.
      if Files.isMissing(path) { return [] }
      throw error
    }
  }

  func log(_ token: String) -> String { "\(path)/\(token)\(Ending.log)" }
  func claims(of build: Build) -> String { "\(path)/\(build.digits)\(Ending.claims)" }
  func publication(_ token: String) -> String { "\(path)/\(token)\(Ending.publication)" }

  /// Whether a living process works here.
  ///
  /// Where the file system knows no locks, one may as long as records have come within the hour.
  ///
  /// - Returns: `held`, `free`, or `unknown` where it may be.
  package func hold() throws(FileError) -> FileHold {
    let holds = try tokens(Ending.log).map { Files.hold(of: log($0)) }
    if holds.contains(.held) { return .held }
    return holds.contains(.unknown) && !Files.hasRested(path) ? .unknown : .free
  }

  /// Removes what dead processes left, records included, and the folder if nothing else is in it.
  ///
  /// What a living process works on stays; its owner removes it. Where the file system knows no
  /// locks, the files of the living go as well: their owners then end as if they came late.
  package func clear() throws(FileError) {
    for token in try tokens(Ending.publication) where Files.hold(of: log(token)) != .held {
      try Removal.remove(publication(token))
    }
    for token in try tokens(Ending.log) where Files.hold(of: log(token)) != .held {
      try Files.remove(log(token))
    }
    try removeIfEmpty()
  }

  /// Removes the folder, and that of all partial runs, if no process has left something there.
  func removeIfEmpty() throws(FileError) {
    guard try tokens(Ending.log).isEmpty, try tokens(Ending.publication).isEmpty else { return }
    for build in try tokens(Ending.claims) { try Files.remove("\(path)/\(build)\(Ending.claims)") }
    Files.removeIfEmpty(path)
    Files.removeIfEmpty(Self.folder(of: root))
  }
}
