package import Support

/// When, where and how long: what is not the same when a run is repeated.
package struct Journal: Equatable, Sendable {
  /// The moment at which the run was begun, in universal time: `2026-11-30T04:04:56.499Z`.
  ///
  /// Milliseconds tell the latest of several runs of one name.
  package let started: String
  /// Wall time of computing and writing, s.
  package let seconds: Double
  /// How many workers there were.
  package let jobs: Int
  package let units: Int
  /// How many of the units the process that published the run has computed.
  package let unitsComputed: Int
  /// The folder of the run whose manifest and tables were taken over; `nil` for a run that was
  /// computed.
  package let takenOver: String?
  /// The build of the program, as its linker named it; `nil` in the journals of earlier programs.
  package let build: String?
  /// The version of the program; this and what follows is `nil` in the journals of earlier
  /// programs.
  package let version: String?
  /// The command line, its paths by their last part.
  package let command: String?
  /// What the user's own data files are called, by the last part of their paths; of many the first.
  package let files: [String]?
  /// Operating system and processor family.
  package let platform: String
  package let processors: Int
  /// What was told before the run, one sentence each: values that are hardly possible, cuts that
  /// change nothing; `nil` if there was nothing to tell.
  package let notes: [String]?

  package init(
    started: String, seconds: Double, jobs: Int, units: Int, unitsComputed: Int,
    takenOver: String?, build: String?, version: String? = nil, command: String? = nil,
    files: [String]? = nil, platform: String, processors: Int, notes: [String]? = nil
  ) {
    (self.started, self.seconds, self.jobs) = (started, seconds, jobs)
    (self.units, self.unitsComputed) = (units, unitsComputed)
    (self.takenOver, self.build) = (takenOver, build)
    (self.version, self.command, self.files) = (version, command, files)
    (self.platform, self.processors, self.notes) = (platform, processors, notes)
  }

  /// The file `journal.json`.
  package static let format = RecordFormat(
    "journal", version: nil,
    RecordCodec<Journal>.object(
      Journal.init(
        started:seconds:jobs:units:unitsComputed:takenOver:build:version:command:files:platform:
        processors:notes:),
      RecordField("started", \.started, .text),
      RecordField("seconds", \.seconds, .number),
      RecordField("jobs", \.jobs, .count),
      RecordField("units", \.units, .count),
      RecordField("units_computed", \.unitsComputed, .count),
      RecordField(optional: "taken_over", \.takenOver, .text),
      RecordField(optional: "build", \.build, .text),
      RecordField(optional: "version", \.version, .text),
      RecordField(optional: "command", \.command, .text),
      RecordField(optional: "files", \.files, RecordCodec.text.list),
      RecordField("platform", \.platform, .text),
      RecordField("processors", \.processors, .count),
      RecordField(optional: "notes", \.notes, RecordCodec.text.list)))

  /// The journal as its file has it.
  package var json: JSONValue { Self.format.json(self) }
}
