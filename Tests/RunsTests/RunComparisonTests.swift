import Foundation
import Records
import Runs
import Support
import Tables
import TestKit
import Testing

@Suite("Run comparison", .limited)
struct RunComparisonTests: TinyComparison {
  let tiny: TinyRun

  init() throws {
    tiny = try TinyRun()
  }

  @Test func isEmptyForOneRun() throws {
    let side = try side(try run())
    let diff = try diff(side, side)
    #expect(diff.isEmpty)
    #expect(diff.spec.isEmpty && diff.inputs?.isEmpty == true && diff.sample?.isEmpty == true)
    #expect(diff.cause.kinds.isEmpty)
  }

  @Test func isEmptyUnderAnotherName() throws {
    let diff = try diff(side(run()), side(run(replacing: "\"tiny\"", with: "\"other\"")))
    #expect(diff.isEmpty)
    #expect(diff.old.identity == diff.new.identity && diff.old.name != diff.new.name)
  }

  @Test func namesTheOneSettingAsTheCause() throws {
    let bounded = "\"bounds\": { \"rational-taper-kRd\": { \"k\": [0.1, 2] } }, \"grid\""
    let diff = try diff(side(run()), side(run(replacing: "\"grid\"", with: bounded)))
    #expect(!diff.isEmpty)
    #expect(diff.cause.kinds == [.setting])
    #expect(diff.cause.pointers == ["/bounds/rational-taper-kRd/k/1"])
    let fits = try rows(diff, "fits")
    #expect(fits.joined == 12)
    #expect(fits.moved > 0 && fits.moved <= 6, "the linear fits have no such bound")
  }

  @Test func namesGalaxiesThatWereLostWithTheirRule() throws {
    let old = try run()
    let names = try TinyRun.json("\(old.path)/manifest.json")["sample"]?["names"]?.array ?? []
    let lost = try #require(names.first?.string)
    let new = try run(replacing: "\"points >= 5\"", with: "\"galaxy != '\(lost)'\"")
    let diff = try diff(side(old), side(new))
    #expect(diff.sample?.lost.map(\.name) == [lost])
    #expect(diff.sample?.lost.map(\.rule) == ["galaxy != '\(lost)'"])
    #expect(diff.sample?.gained.isEmpty == true)
    #expect(try rows(diff, "fits").lost.count == 4)
    let back = try self.diff(side(new), side(old))
    #expect(back.sample?.gained.map(\.rule) == ["galaxy != '\(lost)'"])
  }

  @Test func blamesTheProgramWhereNothingElseDiffers() throws {
    let run = try run()
    let copy = "\(tiny.root)/copy"
    try FileManager.default.copyItem(atPath: run.path, toPath: copy)
    let file = "\(copy)/tables/fits.ecsv"
    let text = String(decoding: try Files.read(file), as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let last = try #require(lines.lastIndex { $0.contains("interior") })
    lines[last] = Substring(lines[last].replacing("interior", with: "at_bound"))
    let bytes = Array(lines.joined(separator: "\n").utf8)
    try Files.replace(file, with: bytes)
    let before = try #require(run.manifest.table("fits")).sha256
    let manifest = String(decoding: try Files.read("\(copy)/manifest.json"), as: UTF8.self)
      .replacing(before, with: Fingerprint(of: bytes).description)
    try Files.replace("\(copy)/manifest.json", with: Array(manifest.utf8))
    try ForgedRun.mendChecksums(of: copy)
    let diff = try diff(side(run), side(try #require(try StoredRun(at: copy))))
    #expect(diff.cause.kinds == [.program])
    #expect(try rows(diff, "fits").transitions.map(\.count) == [1])
  }

  /// The same numbers in another unit are other results, whatever the tolerance.
  @Test func takesAnotherUnitForADifference() throws {
    let run = try run()
    let changes: [(JSONValue) -> JSONValue] = [
      { $0.replacing(["tables", "1", "columns", "12", "unit"], with: "pc") },
      { $0.replacing(["tables", "1", "columns", "12", "kind"], with: "integer") },
    ]
    for (change, part) in zip(changes, [DeclarationDiff.Part.unit, .kind]) {
      let forged = try ForgedRun(of: run, in: tiny.directory)
      try forged.change("manifest.json", change)
      try forged.mendChecksums()
      let new = try #require(try StoredRun(at: forged.path))
      let column = new.manifest.tables[1].columns[12].name
      let loose = DiffRequest(tolerance: DiffTolerance(absolute: 1e9, relative: 1, sigmas: 1e9))
      let alone = [run, new].map { DiffSide($0.name, manifest: $0.manifest) }
      for found in [
        try diff(side(run), side(new)), try diff(side(run), side(new), loose),
        try diff(alone[0], alone[1]),
        try diff(DiffSide("lock", pin: Pin(run.manifest)), side(new)),
      ] {
        #expect(!found.isEmpty)
        let moved = found.tables?.filter { !$0.isEmpty } ?? []
        #expect(moved.map(\.name) == ["fits"])
        #expect(moved.flatMap(\.declarations).map(\.part) == [part])
        #expect(moved.flatMap(\.declarations).map(\.column) == [column])
      }
    }
  }

  @Test func believesNoManifestThatItsChecksumsDoNot() throws {
    let forged = try ForgedRun(of: run(), in: tiny.directory)
    try forged.change("manifest.json") { $0.replacing(["cells"], with: 3) }
    let changed = try #require(try StoredRun(at: forged.path))
    #expect(throws: DamagedRun.self) { try side(changed) }
    try Files.remove("\(forged.path)/SHA256SUMS")
    let error = try #require(throws: DamagedRun.self) { try side(changed) }
    #expect(error.damage == "lacks a file of its record: 'SHA256SUMS'")
  }

  @Test func comparesManifestsByDigests() throws {
    let (old, new) = (try run(), try run(replacing: "[0.3, 0.5]", with: "[0.3, 0.6]"))
    let sides = [old, new].map { DiffSide($0.name, manifest: $0.manifest) }
    let diff = try diff(sides[0], sides[1])
    #expect(diff.spec.settings.map(\.pointer) == ["/grid/upsilon_disk"])
    let fits = try #require(diff.tables?.first { $0.name == "fits" })
    guard case .digests(let columns) = fits.content else { throw TableWithoutRows() }
    let ratio = try #require(columns.first { $0.name == "upsilon_disk" })
    #expect(ratio.statistics.map(\.name) == ["max", "mean", "std"])
    #expect(ratio.statistics.first?.old == 0.5 && ratio.statistics.first?.new == 0.6)
    #expect(diff.tables?.first { $0.name == "dropped" }?.content == .equal)
    #expect(try self.diff(sides[0], sides[0]).isEmpty)
    #expect(try self.diff(sides[0], side(old)).isEmpty)
  }

  @Test func comparesSpecsWithoutRuns() throws {
    let old = DiffSide("old", plan: try TinyRun.plan())
    let same = try diff(old, DiffSide("new", plan: try TinyRun.plan()))
    #expect(same.tables == nil && same.isEmpty)
    let new = try TinyRun.plan(replacing: "[0.3, 0.5]", with: "[0.3, 0.6]")
    let other = try diff(old, side(tiny.run(new).run))
    #expect(other.tables == nil && !other.isEmpty)
    #expect(other.cause.kinds == [.setting])
  }

  @Test func saysWhichKeysKeepRowsApart() throws {
    let grouped = "\"by\": [\"model\"], \"columns\": [\"chi2_reduced\"]"
    let only = "\"outputs\": { \"tables\": [\"fitted\"] }, \"expect\": []"
    let text = TinyRun.spec.prefix(
      upTo: try #require(TinyRun.spec.range(of: "\"expect\"")).lowerBound)
    func run(_ text: String) throws -> StoredRun { try tiny.run(TinyRun.plan(text)).run }
    let old = try run("\(text)\(only)}")
    let new = try run(
      "\(text)\(only)}".replacing("\"columns\": [\"chi2_reduced\"]", with: grouped))
    let diff = try diff(side(old), side(new))
    let error = try #require(throws: InputRejected.self) { try diff.checkComparable() }
    let keys = "upsilon_disk, upsilon_bulge, upsilon_gas"
    #expect(
      error.diagnostics.first?.help
        == "the keys of 'fitted' are \(keys), column in the first and \(keys), model, column in the second"
    )
  }

  @Test func refusesATableThatIsNotThere() throws {
    let side = try side(try run())
    let error = try #require(throws: InputRejected.self) {
      try diff(side, side, DiffRequest(table: "fit"))
    }
    #expect(error.diagnostics[0].help == "did you mean 'fits'?")
  }

  @Test(arguments: [
    (["A"], ["A"], "fits", true), (["A"], ["B"], "fits", false), (["A"], ["A", "B"], "fits", true),
    (["A"], ["A"], "scan", false),
  ])
  func refusesSidesWithNothingInCommon(
    old: [String], new: [String], table: String, isComparable: Bool
  ) throws {
    func side(_ galaxies: [String], _ table: String) throws -> DiffSide {
      let made = MadeManifest(galaxies: galaxies, tables: [table, "cut_flow"])
      return DiffSide("side", manifest: try made.manifest())
    }
    let diff = try diff(side(old, "fits"), side(new, table))
    if isComparable {
      try diff.checkComparable()
    } else {
      #expect(throws: InputRejected.self) { try diff.checkComparable() }
    }
  }
}
