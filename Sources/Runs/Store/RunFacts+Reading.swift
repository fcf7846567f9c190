import Records
import Support

extension RunFacts {
  /// What is to be known of a run that was opened.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - stamps: Those of its files, from before they were read; `nil` if one is missing.
  init(_ run: StoredRun, _ stamps: RunStamps?) {
    let (manifest, journal) = (run.manifest, run.journal)
    let spec = try? run.spec()
    experiment = run.experiment
    identity = manifest.identity.description
    isItself =
      run.hasOwnName && spec?["name"]?.string == run.experiment
      && manifest.madeIdentity == manifest.identity
    engine = manifest.engine
    inputs = manifest.inputs.map { Self.setting($0.role, $0.sha256) }
    dataset = spec?["dataset"]?.canonicalText
    question = manifest.spec.question.description
    settings = SpecRecord.settings(of: manifest.spec.json)
    hasOffsets = manifest.spec.hasOffsets
    methods = manifest.spec.methods
    axes = manifest.spec.axes.map { Count(name: $0.name, count: $0.count) }
    (galaxies, points) = (manifest.sample.galaxies.count, manifest.sample.points)
    units = manifest.units
    tables = manifest.tables.map { Count(name: $0.name, count: $0.rows) }
    started = journal?.started
    begun = journal?.moment
    finished = journal?.end
    written = (stamps?.manifest ?? FileStamp(of: "\(run.path)/\(ManifestFile.name)"))?.moment
  }

  /// A data file as if it were a setting.
  static func setting(_ role: String, _ sha256: String) -> SpecRecord.Setting {
    SpecRecord.Setting(pointer: "/data/\(role)", value: sha256)
  }
}
