import Galaxies
package import Specs
import Support
import Synchronization

/// Component speeds that were computed before, in this process or for an earlier run.
///
/// They are found by the hash of all that they depend on, so no result depends on what is
/// remembered. On disk each profile is a file under `.components` in the folder of runs; one that
/// cannot be read, or is not what it should be, is computed anew.
package final class ComponentCache: Sendable {
  /// What is remembered, and what of it is not in the folder.
  private struct Memory {
    var speeds: [String: [Double]] = [:]
    var unsaved: Set<String> = []
  }

  /// The folder of the files; `nil` for what lasts no longer than the process.
  private let folder: String?
  private let memory = Mutex(Memory())

  /// - Parameter store: The folder of runs to remember in; `nil` for none.
  package init(_ store: RunStore? = nil) {
    folder = store.map { Self.folder(in: $0.root) }
  }

  /// Where a folder of runs remembers speeds.
  static func folder(in root: String) -> String {
    "\(root)/.components"
  }

  /// The signed square of the circular speed of a component, (km/s)²; shape `[n]`.
  package func squaredSpeeds(of profile: DiskProfile) -> [Double] {
    let key = profile.fingerprint.description
    if let speeds = memory.withLock({ $0.speeds[key] }) { return speeds }
    if let speeds = stored(key, count: profile.density.radius.count) {
      memory.withLock { $0.speeds[key] = speeds }
      return speeds
    }
    let speeds = profile.squaredSpeeds()
    memory.withLock {
      $0.speeds[key] = speeds
      $0.unsaved.insert(key)
    }
    return speeds
  }

  /// Puts what was computed into the folder, for later runs.
  ///
  /// A failure is passed over: what cannot be kept is computed again.
  package func save() {
    let unsaved = memory.withLock { memory in
      let unsaved = memory.speeds.filter { memory.unsaved.contains($0.key) }
      memory.unsaved = []
      return unsaved
    }
    guard let folder, !unsaved.isEmpty, (try? Files.makeFolder(folder)) != nil else { return }
    for (key, speeds) in unsaved.sorted(by: { $0.key < $1.key }) {
      try? Files.replace("\(folder)/\(key)", with: ComponentFile.bytes(of: speeds, key))
    }
  }

  private func stored(_ key: String, count: Int) -> [Double]? {
    guard let folder, let bytes = try? Files.read("\(folder)/\(key)") else { return nil }
    return ComponentFile.speeds(bytes, key, count: count)
  }
}
