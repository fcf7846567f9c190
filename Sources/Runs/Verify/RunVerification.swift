import Plans
import Records
package import Specs
package import Support
import Tables

/// Whether a run is what it was when it was made, and its data are what they were.
package struct RunVerification: Sendable {
  package let folder: RunFolder
  /// Everything that is wrong with the run, by file.
  package let faults: [RunFault]
  /// How many files the folder holds.
  package let fileCount: Int
  package let byteCount: Int
  /// How many tables and columns agree with the manifest, or do not.
  package let tableCount: Int
  package let columnCount: Int
  /// The identity as computed from the manifest; `nil` if the manifest is damaged.
  package let identity: Fingerprint?
  package let inputs: [InputCheck]
  /// What could not be checked, and why.
  package let omissions: [String]
  /// What is to be known of its views; none of it is a fault.
  package let views: [ViewNote]
  /// The spec of the run, if it is sound and this program can read it.
  package let spec: ExperimentSpec?

  /// Checks a run.
  ///
  /// - Parameters:
  ///   - folder: Its folder.
  ///   - source: The data at hand.
  ///   - specFolder: Where the paths of own files start.
  /// - Throws: ``FileError`` if a file cannot be read.
  package init(
    _ folder: RunFolder, data source: some DatasetSource, relativeTo specFolder: String
  ) throws(FileError) {
    let contents = try FolderContents(of: folder.path)
    let files = ChecksumCheck(contents)
    var faults = files.faults
    var omissions: [String] = []
    self.folder = folder
    fileCount = contents.files.count
    byteCount = contents.byteCount
    views = ViewNote.notes(contents, manifest: contents.files[ManifestFile.name]?.sha256)
    guard let manifest = files.manifest else {
      (tableCount, columnCount, identity, inputs, spec) = (0, 0, nil, [], nil)
      self.omissions = ["identity, tables and data, as the manifest is damaged"]
      self.faults = faults
      return
    }
    let damaged = Set(faults.map(\.file))
    let record = RecordCheck(manifest, contents, except: damaged)
    faults += record.faults
    if let name = manifest.name ?? Self.name(in: contents, except: damaged) {
      let expected = "\(name)-\(manifest.identity.short)"
      if ![".", "..", expected].contains(folder.name) {
        faults.append(
          RunFault(folder.name, "is the folder of run '\(expected)', under another name"))
      }
    }
    let spec = Self.spec(contents, folder, damaged, manifest, &omissions)
    if let spec { faults += try Self.faults(against: spec, folder, manifest, damaged) }
    inputs =
      if let spec {
        try source.check(
          manifest.inputs, of: spec.dataset,
          relativeTo: folder.origin(of: spec.dataset, from: specFolder))
      } else {
        []
      }
    tableCount = manifest.tables.count
    columnCount = record.columnCount
    identity = manifest.madeIdentity
    self.spec = spec
    self.faults = faults
    self.omissions = omissions
  }

  /// What does not follow from the spec: the name of the dataset, and speeds of components.
  private static func faults(
    against spec: ExperimentSpec, _ folder: RunFolder, _ manifest: Manifest, _ damaged: Set<String>
  ) throws(FileError) -> [RunFault] {
    var faults: [RunFault] = []
    if manifest.dataset.name != spec.dataset.label {
      faults.append(
        RunFault(
          ManifestFile.name,
          "calls the dataset '\(manifest.dataset.name)', and its spec '\(spec.dataset.label)'"))
    }
    let table = manifest.table(TableName.components)
    if let table, !damaged.contains(table.file), let run = folder.run {
      faults += try ComponentCheck(run, spec).faults
    }
    return faults
  }

  /// The name that the spec of a run has; `nil` if the spec is damaged.
  private static func name(in contents: FolderContents, except damaged: Set<String>) -> String? {
    guard !damaged.contains("spec.json"), let bytes = contents.bytes(of: "spec.json") else {
      return nil
    }
    return JSONParser.value(of: bytes)?["name"]?.string
  }

  /// The spec as this program reads it; otherwise what is left out for want of it.
  private static func spec(
    _ contents: FolderContents, _ folder: RunFolder, _ damaged: Set<String>,
    _ manifest: Manifest, _ omissions: inout [String]
  ) -> ExperimentSpec? {
    guard !damaged.contains("spec.json"), let bytes = contents.bytes(of: "spec.json") else {
      omissions.append("the data, as the spec is damaged")
      return nil
    }
    let report = InputReport()
    let source = SourceText(name: "\(folder.path)/spec.json", bytes: bytes)
    let spec = JSONParser.parse(source, report).flatMap { ExperimentSpec.checked($0, report) }
    guard let spec, !report.hasErrors else {
      let reason = report.diagnostics.first { $0.severity == .error }?.message ?? "it is no spec"
      let engine =
        manifest.engine == Engine.number
        ? "" : " (the run is of engine \(manifest.engine), this program of \(Engine.number))"
      omissions.append(
        "the data, as this program cannot read the spec of the run\(engine): \(reason)")
      return nil
    }
    return spec
  }

  /// The faults of the files that every run like this one has, without those of strangers among
  /// them and of the name of the folder.
  package var recordFaults: [RunFault] {
    let tables = (folder.run?.manifest.tables).asList.flatMap(\.self).map(\.file)
    let record = Set(StoredRun.recordFiles + tables)
    return faults.filter { record.contains($0.file) }
  }

  /// The faults of the run and of its data.
  package var allFaults: [RunFault] {
    faults
      + inputs.compactMap { input in
        guard case .different(let reason) = input.state else { return nil }
        return RunFault(input.file.isEmpty ? input.role : input.file, reason)
      }
  }

  package var isSound: Bool { allFaults.isEmpty }
}
