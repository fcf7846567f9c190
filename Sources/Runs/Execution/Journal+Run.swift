import Machine
import Records

extension Journal {
  /// The journal of a run that is about to be published on this machine.
  ///
  /// - Parameters:
  ///   - start: When it was begun.
  ///   - seconds: How long it took, s.
  ///   - jobs: How many workers there were.
  ///   - units: How many units the plan has.
  ///   - computed: How many of them this process computed.
  ///   - build: The program.
  ///   - call: How it was called, where that is known.
  ///   - files: The names of the user's own data files.
  ///   - twin: The run whose manifest and tables were taken over, if that is so.
  ///   - notes: What was told before it.
  init(
    from start: Moment, lasting seconds: Double, jobs: Int, units: Int, computed: Int,
    by build: Build, _ call: ProgramCall?, files: [String], takenOver twin: String?,
    notes: [String]
  ) {
    self.init(
      started: start.text, seconds: (seconds * 1000).rounded() / 1000,
      jobs: jobs,
      units: units, unitsComputed: computed, takenOver: twin, build: build.digits,
      version: call?.version, command: call?.command,
      files: files.isEmpty ? nil : Array(files.prefix(KeptInputs.mostFiles)),
      platform: Self.thisPlatform, processors: Host.processors, notes: notes.isEmpty ? nil : notes)
  }

  /// Operating system and processor family.
  private static var thisPlatform: String {
    #if os(macOS)
      let system = "macOS"
    #else
      let system = "Linux"
    #endif
    #if arch(x86_64)
      return "\(system) x86_64"
    #else
      return "\(system) arm64"
    #endif
  }
}
