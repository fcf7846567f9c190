import Datasets
import Galaxies
package import Records
package import Runs
package import Specs
import Support

extension DataShelf {
  package func check(
    _ inputs: [InputRecord], of choice: DatasetChoice, relativeTo folder: String
  ) throws(FileError) -> [InputCheck] {
    switch choice {
    case .mock: return Self.builtIn(BuiltInDatasets.dataset(choice)?.inputs ?? [], inputs)
    case .files(let data): return try own(inputs, data, folder)
    case .registered(let name):
      guard let entry = registry[name] else {
        return inputs.map {
          InputCheck(
            role: $0.role, file: "", state: .notChecked("no dataset '\(name)' is known here"))
        }
      }
      if let own = BuiltInDatasets.inputs(of: entry) { return Self.builtIn(own, inputs) }
      var checks: [InputCheck] = []
      for input in inputs { checks.append(try registered(input, entry)) }
      return checks
    }
  }

  /// Where a data file is or should be, as the user would look for it.
  ///
  /// - Parameters:
  ///   - role: The part the file plays, as a manifest has it.
  ///   - choice: The dataset.
  /// - Returns: The path, that of own files as the spec has it; `nil` if there is no file.
  package func path(ofRole role: String, in choice: DatasetChoice) -> String? {
    switch choice {
    case .mock: return nil
    case .files(let own):
      if role == Dataset.Input.conversionRole { return nil }
      return role.contains("/") ? "\(own.path)/\(Files.name(of: role))" : own.path
    case .registered(let name):
      guard let entry = registry[name] else { return nil }
      return entry.files.first { $0.role == role }.map { self.path(of: $0, in: entry) }
    }
  }

  /// Holds inputs against those that the program has itself.
  private static func builtIn(
    _ own: [Dataset.Input], _ inputs: [InputRecord]
  ) -> [InputCheck] {
    inputs.map { input in
      let found = own.first { $0.role == input.role && $0.sha256 == input.sha256 }
      return InputCheck(
        role: input.role, file: "",
        state: found.map { state($0.bytes, of: input) }
          ?? .different("is not what this program has built in"))
    }
  }

  /// How a file with the hash of an input compares in size, which the manifest tells as well.
  private static func state(_ bytes: Int, of input: InputRecord) -> InputCheck.State {
    bytes == input.bytes
      ? .same
      : .different("has \(bytes.grouped) bytes, and the manifest says \(input.bytes.grouped)")
  }

  private func registered(
    _ input: InputRecord, _ entry: DatasetEntry
  ) throws(FileError) -> InputCheck {
    guard let file = entry.files.first(where: { $0.role == input.role }) else {
      return InputCheck(
        role: input.role, file: "",
        state: .notChecked("dataset '\(entry.name)' has no file '\(input.role)' here"))
    }
    let check = try check(file, of: entry)
    let state: InputCheck.State =
      switch check.state {
      case .missing: .notChecked("it is not here; \(entry.advice)")
      case .present(let found) where found.sha256.description == input.sha256:
        Self.state(found.bytes, of: input)
      case .present: .notChecked("it is another accepted variant than the run was made from")
      case .different(let found):
        .different(
          "has changed: its SHA-256 starts with \(found.sha256.short), that of the run's data with "
            + "\(input.sha256.prefix(12))")
      case .unreadable(let reason): .different("has changed: \(reason)")
      }
    return InputCheck(role: input.role, file: check.path, state: state)
  }

  /// Own files are found where the path of the spec leads from a folder.
  private func own(
    _ inputs: [InputRecord], _ data: OwnData, _ folder: String
  ) throws(FileError) -> [InputCheck] {
    guard let reader = DatasetReaders.reader(named: data.format) else {
      return inputs.map {
        InputCheck(
          role: $0.role, file: data.path,
          state: .notChecked("format '\(data.format)' is not known here"))
      }
    }
    let own = OwnFiles(data, specFolder: folder, reader: reader, place: nil)
    let report = InputReport()
    guard let files = try own.files(report) else {
      let found = Files.isMissing(own.location) ? nil : report.diagnostics.first?.message
      let reason =
        found ?? "it is not here; --from names the folder of the spec, where its path starts"
      return inputs.map {
        InputCheck(role: $0.role, file: own.location, state: .notChecked(Advice(reason)))
      }
    }
    let known = inputs.filter { $0.role != Dataset.Input.conversionRole }.map { input in
      guard let file = files.first(where: { $0.input.role == input.role }) else {
        return InputCheck(
          role: input.role, file: own.location, state: .different("lacks the file '\(input.role)'"))
      }
      return InputCheck(
        role: input.role, file: file.source.name,
        state: file.input.sha256 == input.sha256
          ? Self.state(file.input.bytes, of: input)
          : .different("has changed since the run was made"))
    }
    let added = files.filter { file in !inputs.contains { $0.role == file.input.role } }.map {
      InputCheck(
        role: $0.input.role, file: $0.source.name,
        state: .different("was not there when the run was made"))
    }
    return known + added
  }
}
