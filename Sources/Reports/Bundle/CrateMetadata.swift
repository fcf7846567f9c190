import Records
import Specs
import Support

/// What a bundle says of itself to programs: an RO-Crate 1.1 of the profile Process Run Crate 0.5.
///
/// - SeeAlso: https://w3id.org/ro/crate/1.1 and https://w3id.org/ro/wfrun/process/0.5.
package struct CrateMetadata: Sendable {
  package static let fileName = "ro-crate-metadata.json"

  private let subject: BundleSubject
  /// The files that it describes: all but itself and the checksums, which have its own.
  private let files: [BundledFile]
  /// The name of the file with the checksums.
  private let sums: String
  private let programs: [BundleProgram]

  private static let profile = "https://w3id.org/ro/wfrun/process/0.5"
  private static let rights = "#licence"

  package init(_ subject: BundleSubject, files: [BundledFile], sums: String) {
    (self.subject, self.files, self.sums) = (subject, files, sums)
    programs = subject.programs
  }

  package var bytes: [UInt8] {
    let people = CratePeople(subject.authors)
    let entities =
      [descriptor, root(people), profile, rights] + people.entities + programs.map(entity)
      + subject.runs.flatMap { [folder(of: $0), action(of: $0, people)] } + papers + inputs
      + files.map(entity) + [CrateEntity(sums, "File", ["encodingFormat": "text/plain"])]
    var seen: Set<String> = []
    let context: JSONValue = [
      "https://w3id.org/ro/crate/1.1/context",
      ["sha256": "https://w3id.org/ro/terms/workflow-run#sha256"],
    ]
    let value: JSONValue = [
      "@context": context,
      "@graph": .array(entities.filter { seen.insert($0.id).inserted }.map(\.json)),
    ]
    return value.readableBytes
  }

  private var descriptor: CrateEntity {
    CrateEntity(
      Self.fileName, "CreativeWork",
      [
        "about": CrateEntity.reference(to: "./"),
        "conformsTo": CrateEntity.reference(to: "https://w3id.org/ro/crate/1.1"),
      ])
  }

  private func root(_ people: CratePeople) -> CrateEntity {
    let parts = subject.runs.map { "\($0.path)/" } + files.map { CrateEntity.id(ofPath: $0.path) }
    return CrateEntity(
      "./", "Dataset",
      [
        "name": .string(subject.title), "description": .string(subject.summary),
        "datePublished": .string(subject.date),
        "license": CrateEntity.reference(to: Self.rights),
        "author": CrateEntity.references(to: people.ids),
        "conformsTo": CrateEntity.reference(to: Self.profile),
        "citation": CrateEntity.references(to: papers.map(\.id)),
        "mentions": CrateEntity.references(to: subject.runs.map(Self.action) + programs.map(id)),
        "hasPart": CrateEntity.references(to: parts + [sums]),
      ])
  }

  private var profile: CrateEntity {
    CrateEntity(
      Self.profile, "CreativeWork", ["name": "Process Run Crate", "version": "0.5"])
  }

  private var rights: CrateEntity {
    CrateEntity(
      Self.rights, "CreativeWork",
      [
        "name": "No licence is chosen",
        "description": .string(
          "The authors have not said under which licence they publish this bundle. "
            + "Data files that are enclosed have licences of their own."),
      ])
  }

  private func id(_ program: BundleProgram) -> String {
    let place = programs.firstIndex(of: program).map { $0 + 1 }
    return "#upsilon-\(place ?? programs.count)"
  }

  private func entity(_ program: BundleProgram) -> CrateEntity {
    CrateEntity(
      id(program), "SoftwareApplication",
      [
        "name": "Upsilon", "softwareVersion": .string(program.version ?? "unknown"),
        "description": program.build.map { .string("build \($0)") },
        "sha256": program.sha256.map { .string($0) },
      ])
  }

  private func folder(of run: BundledRun) -> CrateEntity {
    let own = files.filter { $0.path.hasPrefix("\(run.path)/") }
    return CrateEntity(
      "\(run.path)/", "Dataset",
      [
        "name": .string(run.folder), "description": .string(run.title),
        "identifier": .string(run.subject.manifest.identity.description),
        "hasPart": CrateEntity.references(to: own.map { CrateEntity.id(ofPath: $0.path) }),
      ])
  }

  private static func action(_ run: BundledRun) -> String { "#run-\(run.folder)" }

  private func action(of run: BundledRun, _ people: CratePeople) -> CrateEntity {
    let objects = [CrateEntity.id(ofPath: "\(run.path)/spec.json")] + run.inputs.map(Self.id)
    let results =
      ["\(run.path)/manifest.json"] + run.subject.manifest.tables.map { "\(run.path)/\($0.file)" }
    return CrateEntity(
      Self.action(run), "CreateAction",
      [
        "name": .string("Run \(run.folder)"), "description": .string(run.title),
        "instrument": CrateEntity.reference(to: id(run.program)),
        "object": CrateEntity.references(to: objects),
        "result": CrateEntity.references(to: results.map(CrateEntity.id(ofPath:))),
        "startTime": .string(run.started), "endTime": .string(run.ended),
        "agent": people.ids.first.map(CrateEntity.reference),
        "actionStatus": "http://schema.org/CompletedActionStatus",
      ])
  }

  /// The papers that have a DOI.
  private var papers: [CrateEntity] {
    let bibliography = subject.bibliography
    return bibliography.identifiers.map { identifier in
      let text = bibliography.texts.first { $0.contains(identifier) }
      return CrateEntity(
        "https://doi.org/\(identifier)", "CreativeWork",
        ["name": .string(text ?? identifier), "identifier": .string("doi:\(identifier)")])
    }
  }

  /// What an input is called in the crate: its path, or its hash where it does not travel.
  private static func id(_ input: BundledInput) -> String {
    input.path.map(CrateEntity.id(ofPath:)) ?? "#input-\(input.sha256)"
  }

  /// The inputs, those that do not travel with how to get them, and their licences.
  private var inputs: [CrateEntity] {
    subject.runs.flatMap { run in
      let licence = run.subject.dataset.map { Licence($0.licence) }
      let citation = run.subject.manifest.dataset.citation
      let cited = citation.isEmpty ? "" : "; \(citation)"
      let terms = licence.map { licence in
        CrateEntity(
          licence.address ?? "#licence-of-\(run.subject.manifest.dataset.name)", "CreativeWork",
          [
            "name": .string(licence.name),
            "description": .string("the licence of dataset '\(run.subject.manifest.dataset.name)'"),
          ])
      }
      let entities = run.inputs.map { input in
        CrateEntity(
          Self.id(input), input.path == nil ? "CreativeWork" : "File",
          [
            "name": .string(input.name),
            "description": .string(
              "data file in the role '\(input.role)', \(input.source)\(cited)"),
            "contentSize": .string(String(input.bytes)), "sha256": .string(input.sha256),
            "encodingFormat": input.path.map {
              .string(BundledFile($0, sha256: input.sha256, bytes: input.bytes).mediaType)
            },
            "license": terms?.reference,
          ])
      }
      return terms.asList + entities
    }
  }

  private func entity(_ file: BundledFile) -> CrateEntity {
    CrateEntity(
      CrateEntity.id(ofPath: file.path), "File",
      [
        "name": .string(file.path.split(separator: "/").last.map(String.init).asList.joined()),
        "contentSize": .string(String(file.bytes)),
        "encodingFormat": .string(file.mediaType), "sha256": .string(file.sha256),
      ])
  }
}
