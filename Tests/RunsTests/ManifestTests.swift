import Foundation
import Plans
import Records
import Runs
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("Manifest", .limited)
struct ManifestTests {
  private let tiny: TinyRun
  private let run: StoredRun

  init() throws {
    tiny = try TinyRun()
    run = try tiny.run(TinyRun.plan()).run
  }

  private func text(_ file: String) throws -> String {
    String(decoding: try Files.read("\(run.path)/\(file)"), as: UTF8.self)
  }

  @Test func keepsItsBytes() throws {
    #expect(Golden("tiny-manifest.json").difference(from: try text("manifest.json")) == nil)
  }

  @Test(arguments: ["manifest.json", "spec.json", "journal.json"])
  func namesNoPlaceAndNobody(file: String) throws {
    let text = try text(file)
    let host = ProcessInfo.processInfo.hostName
    #expect(!text.contains(tiny.directory.path))
    #expect(!text.contains("\"/"))
    #expect(host.count < 4 || !text.contains(host))
    #expect(!text.contains(NSUserName() + "@"))
    #expect(!text.contains(NSHomeDirectory() + "/"))
  }

  @Test func isReadAndWrittenByOneDeclaration() throws {
    let written = run.manifest.json.readableBytes
    #expect(String(decoding: written, as: UTF8.self) == (try text("manifest.json")))
  }

  @Test func holdsAllThatItsIdentityIsMadeFrom() throws {
    let manifest = try TinyRun.json("\(run.path)/manifest.json")
    let inputs = run.manifest.inputs.map { JSONValue.Member($0.role, .string($0.sha256)) }
    let components: JSONValue = [
      "spec": try #require(manifest["spec"]), "inputs": .object(inputs),
      "engine": try #require(manifest["engine"]),
    ]
    #expect(Fingerprint(of: components) == run.manifest.identity)
    #expect(run.manifest.madeIdentity == run.manifest.identity)
  }

  @Test func describesItsFiles() throws {
    for table in run.manifest.tables {
      let bytes = try Files.read("\(run.path)/\(table.file)")
      #expect(table.bytes == bytes.count)
      #expect(table.sha256 == Fingerprint(of: bytes).description)
    }
    #expect(run.manifest.tables.count == 6)
  }

  @Test func describesItsColumns() throws {
    for entry in run.manifest.tables {
      let table = try #require(try run.table(entry.name))
      #expect(table.rowCount == entry.rows)
      #expect(table.schema.columns.map(\.name) == entry.columns.map(\.name))
    }
    let fits = try #require(run.manifest.table("fits"))
    let chi2 = try #require(fits.columns.first { $0.name == "chi2" }).content
    let values = try #require(try run.table("fits")?["chi2"])
    #expect(chi2.min == values.min() && chi2.max == values.max())
    #expect(chi2.missing == 0)
  }

  @Test func countsStatuses() throws {
    #expect(run.manifest.statuses.map(\.count).reduce(0, +) == 12)
  }

  @Test func comesWithASpecThatReadsBackAsItself() throws {
    let again = try TinyRun.plan(try text("spec.json"))
    #expect(again.identity.fingerprint == run.manifest.identity)
    #expect(
      String(decoding: again.spec.resolved.readableBytes, as: UTF8.self) == (try text("spec.json")))
  }

  @Test func comesWithAJournal() throws {
    let journal = try #require(run.journal)
    #expect(journal.jobs == 2 && journal.units == 12)
    #expect(journal.started.hasSuffix("Z"))
    #expect(journal.moment != nil)
    #expect(
      String(decoding: journal.json.readableBytes, as: UTF8.self) == (try text("journal.json")))
  }
}
