import Foundation
import Galaxies
import Plans
import Records
import Runs
import Shelf
import Specs
import Support
import TestKit
import Testing

/// Somebody changes a run and writes its checksums anew: all that is left to notice it is that the
/// parts of a record say the same, and that the same comes out again.
@Suite("Forged run", .limited)
struct ForgeryTests {
  private let tiny: TinyRun
  private let plan: Plan
  private let run: StoredRun

  init() throws {
    tiny = try TinyRun()
    plan = try TinyRun.plan(
      replacing: "\"fit\": [\"linear\", \"rational-taper-kRd\"]",
      with: "\"fit\": [\"linear\", \"rational-taper-kRd\"], \"offset\": {}")
    run = try tiny.run(plan).run
  }

  private func faults(of path: String) throws -> [RunFault] {
    let shelf = try DataShelf(folder: "\(tiny.directory.path)/data", InputReport())
    let folder = try #require(RunFolder(at: path))
    return try RunVerification(folder, data: shelf, relativeTo: ".").allFaults
  }

  private func recomputed(
    _ path: String, _ share: RecomputedShare = .all
  ) throws -> Recomputation {
    try Recomputation(
      of: try #require(try StoredRun(at: path)), plan, share, jobs: 2,
      cancellation: Cancellation()
    ) { _ in }
  }

  /// A forged manifest with mended checksums.
  private func forged(_ change: (JSONValue) throws -> JSONValue) throws -> ForgedRun {
    let forged = try ForgedRun(of: run, in: tiny.directory)
    try forged.change("manifest.json", change)
    try forged.mendChecksums()
    return forged
  }

  /// The sentences of a manifest, which a program may put in other words.
  private static func isSentence(_ path: [String]) -> Bool {
    path.first == "warnings" || ["citation", "notes"].contains(path.dropFirst().first)
  }

  /// Two values of each kind of a manifest, one after the other: each is found, by what it does not
  /// agree with or by what comes out.
  @Test func hasNoValueThatMayBeChanged() throws {
    let manifest = try TinyRun.json("\(run.path)/manifest.json")
    var seen: [[String]: Int] = [:]
    for path in manifest.paths.dropFirst() {
      let kind = path.map { Int($0) == nil ? $0 : "*" }
      seen[kind, default: 0] += 1
      guard let value = manifest.value(at: path), seen[kind, default: 0] <= 2 else { continue }
      let forged = try forged { $0.replacing(path, with: value.forged) }
      let faults = (try? faults(of: forged.path)) ?? []
      let place = path.joined(separator: "/")
      if Self.isSentence(path) {
        #expect(faults == [], "\(place)")
        let found = try recomputed(forged.path)
        #expect(found.isSame && !found.manifest.wordings.isEmpty, "\(place)")
      } else if faults.isEmpty {
        #expect(try !recomputed(forged.path).isSame, "\(place)")
      }
      try Files.remove(Files.parent(of: forged.path))
    }
    #expect(seen.count > 60)
  }

  /// What no table and no spec says otherwise is found without computing.
  @Test(arguments: [
    (["cells"], 999.0, "says 999 cells"), (["units"], 999, "says 999 units"),
    (["statuses", "interior"], 999, "says 999 units are 'interior'"),
    (["statuses", "measured"], 0, "says 0 units are 'measured'"),
    (["sample", "points"], 1, "says 1 points"),
    (["inputs", "0", "bytes"], 1, "and the manifest says 1"),
    (["tables", "0", "bytes"], 1, "says 1 bytes of 'tables/galaxies.ecsv'"),
    (["cells"], 9e15, "cells × 3 galaxies"),
  ])
  func saysTheSameInAllItsNumbers(path: [String], number: Double, message: String) throws {
    let forged = try forged { $0.replacing(path, with: .number(number)) }
    let messages = try faults(of: forged.path).map(\.message)
    #expect(messages.contains { $0.contains(message) }, "\(messages)")
  }

  @Test(arguments: [
    (["sample", "names", "0"], "has other galaxies in its sample than 'galaxies'"),
    (["dataset", "name"], "calls the dataset 'x', and its spec 'mock'"),
    (["tables", "0", "columns", "3", "unit"], "has 'x' for the unit of "),
    (["tables", "0", "columns", "3", "description"], "has 'x' for the description of "),
  ])
  func saysTheSameInAllItsWords(path: [String], message: String) throws {
    let forged = try forged { $0.replacing(path, with: "x") }
    let messages = try faults(of: forged.path).map(\.message)
    #expect(messages.contains { $0.contains(message) }, "\(messages)")
  }

  @Test func hasNoTableThatTheManifestDoesNotKnow() throws {
    let forged = try forged { $0.replacing(["tables"], with: []) }
    let faults = try faults(of: forged.path)
    for name in ["fits", "galaxies", "offsets", "fitted"] {
      #expect(faults.contains(RunFault("tables/\(name).ecsv", "does not belong to the run")))
      #expect(
        faults.contains(
          RunFault("manifest.json", "has no table '\(name)', which its spec asks for")))
    }
    let other = try ForgedRun(of: run, in: tiny.directory)
    try Files.replace("\(other.path)/tables/more.ecsv", with: [])
    try other.mendChecksums()
    #expect(
      try self.faults(of: other.path)
        == [RunFault("tables/more.ecsv", "does not belong to the run")])
  }

  /// What does not follow from results is compared even where few units are computed.
  @Test(arguments: [
    ["sample", "points"], ["dataset", "name"], ["cells"], ["inputs", "0", "bytes"],
  ])
  func isComparedWithAPartOfItsUnits(path: [String]) throws {
    #expect(try recomputed(run.path, .fraction(0.1, seed: 1)).isSame)
    let forged = try forged { manifest in
      manifest.replacing(path, with: try #require(manifest.value(at: path)).forged)
    }
    let found = try recomputed(forged.path, .fraction(0.1, seed: 1))
    #expect(found.manifest.differences.map(\.pointer) == ["/" + path.joined(separator: "/")])
  }

  @Test func isTheSameInOtherWords() throws {
    let forged = try ForgedRun(of: run, in: tiny.directory)
    try forged.replace("name of the galaxy", with: "what it is called", in: "tables/fits.ecsv")
    let file = RunFile("", try Files.read("\(forged.path)/tables/fits.ecsv"))
    try forged.change("manifest.json") { manifest in
      let fits = try #require(run.manifest.tables.firstIndex { $0.name == "fits" })
      let columns = run.manifest.tables[fits].columns
      let column = try #require(columns.firstIndex { $0.name == "galaxy" })
      let table = ["tables", "\(fits)"]
      return manifest.replacing(table + ["sha256"], with: .string(file.sha256))
        .replacing(table + ["bytes"], with: .number(Double(file.size)))
        .replacing(table + ["columns", "\(column)", "description"], with: "what it is called")
    }
    try forged.mendChecksums()
    #expect(try faults(of: forged.path) == [])
    let found = try recomputed(forged.path)
    #expect(found.verdict == .sameToTheBit && found.isSame)
    #expect(found.manifest.wordings.count == 3)
  }

  private static let disks = """
    { "upsilon": 1, "name": "m33", "dataset": "m33", "model": { "fit": ["linear"] } }
    """

  /// Puts speeds that are nearly right, with the right hash, where speeds are remembered.
  private func forgedCache() throws -> (cache: ComponentCache, files: [String]) {
    let computed = ComponentCache(tiny.store)
    _ = try TinyRun.plan(Self.disks) { computed.squaredSpeeds(of: $0) }
    computed.save()
    let folder = "\(tiny.root)/.components"
    let files = try Files.names(in: folder)
    for key in files {
      let speeds = try #require(
        ComponentFile.speeds(try Files.read("\(folder)/\(key)"), key, count: 58))
      let moved = speeds.map { Double(bitPattern: $0.bitPattern ^ 1 << 30) }
      try Files.replace("\(folder)/\(key)", with: ComponentFile.bytes(of: moved, key))
    }
    return (ComponentCache(tiny.store), files)
  }

  @Test func isFoundByTheComponentsThatItTookFromForgedOnes() throws {
    let (cache, files) = try forgedCache()
    #expect(files.count == 2)
    let run = try tiny.run(TinyRun.plan(Self.disks) { cache.squaredSpeeds(of: $0) }).run
    let faults = try faults(of: run.path)
    #expect(
      Set(faults.map(\.file))
        == Set(["tables/components.ecsv"] + files.map { "\(tiny.root)/.components/\($0)" }))
    #expect(faults.contains { $0.message.contains("other speeds than its surface densities give") })
  }

  @Test func isNotWhatForgedComponentsMakeOfASoundOne() throws {
    let run = try tiny.run(TinyRun.plan(Self.disks)).run
    #expect(try faults(of: run.path) == [])
    let (_, files) = try forgedCache()
    #expect(
      try faults(of: run.path).map(\.file).sorted()
        == files.map { "\(tiny.root)/.components/\($0)" }.sorted())
  }

  /// Densities that are none must not end the program.
  @Test(arguments: ["-7", "inf"])
  func hasNoComponentsOfImpossibleDensities(density: String) throws {
    let run = try tiny.run(TinyRun.plan(Self.disks)).run
    let table = try #require(run.manifest.table("components"))
    let forged = try ForgedRun(of: run, in: tiny.directory)
    let text = String(decoding: try Files.read("\(run.path)/\(table.file)"), as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let row = try #require(lines.firstIndex { $0.hasPrefix("M33,") })
    var fields = lines[row].split(separator: ",").map(String.init)
    fields[2] = density
    lines[row] = fields.joined(separator: ",")
    let file = RunFile("", Array(lines.joined(separator: "\n").utf8))
    try Files.replace("\(forged.path)/\(table.file)", with: try #require(file.bytes))
    try forged.replace(table.sha256, with: file.sha256, in: "manifest.json")
    try forged.mendChecksums()
    #expect(try faults(of: forged.path).contains { $0.message.contains("no profile") })
  }
}
