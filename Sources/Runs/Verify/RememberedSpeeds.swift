import Specs
import Support

/// The component speeds that the folder of a run remembers, held against computed ones.
struct RememberedSpeeds {
  private let folder: String
  private(set) var faults: [RunFault] = []

  /// - Parameter run: A run, which need not stand in a folder of runs.
  init(besides run: StoredRun) {
    folder = ComponentCache.folder(in: Files.parent(of: run.path))
  }

  /// Compares what is remembered of a profile, if anything is.
  ///
  /// - Parameters:
  ///   - profile: The profile.
  ///   - computed: The signed squares of its speeds; shape `[n]`.
  mutating func check(_ profile: DiskProfile, _ computed: [Double]) {
    let key = profile.fingerprint.description
    // A file that is not sound is not used, and is mended when its profile is met again.
    guard let bytes = try? RunFolder.bytes("\(folder)/\(key)"),
      let speeds = ComponentFile.speeds(bytes, key, count: computed.count),
      speeds.map(\.bitPattern) != computed.map(\.bitPattern)
    else { return }
    let fault = RunFault(
      "\(folder)/\(key)",
      "remembers other speeds than are computed; remove the file, and they are computed anew")
    if !faults.contains(fault) { faults.append(fault) }
  }
}
