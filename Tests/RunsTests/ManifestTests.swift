import Foundation
import Plans
import Records
import Runs
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("Manifest")
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

  @Test func holdsAllThatItsIdentityIsMadeFrom() throws {
    let manifest = run.manifest.json
    let inputs = try #require(manifest["inputs"]?.array).map { input in
      JSONValue.Member(input["role"]?.string ?? "", input["sha256"] ?? .null)
    }
    let components: JSONValue = [
      "spec": try #require(manifest["spec"]), "inputs": .object(inputs),
      "engine": try #require(manifest["engine"]),
    ]
    #expect(Fingerprint(of: components).description == run.manifest.identity)
  }

  @Test func describesItsFiles() throws {
    let tables = try #require(run.manifest.json["tables"]?.array)
    for table in tables {
      let bytes = try Files.read("\(run.path)/\(table["file"]?.string ?? "")")
      #expect(table["bytes"]?.number == Double(bytes.count))
      #expect(table["sha256"]?.string == Fingerprint(of: bytes).description)
    }
    #expect(tables.count == 6)
  }

  @Test func describesItsColumns() throws {
    for entry in run.manifest.tables {
      let table = try #require(try run.table(entry.schema.name))
      #expect(table.rowCount == entry.rows)
      #expect(table.schema.columns.map(\.name) == entry.schema.columns.map(\.name))
    }
    let fits = try #require(run.manifest.json["tables"]?.array?.first { $0["name"] == "fits" })
    let chi2 = try #require(fits["columns"]?.array?.first { $0["name"] == "chi2" })
    let values = try #require(try run.table("fits")?["chi2"])
    #expect(chi2["min"]?.number == values.min())
    #expect(chi2["max"]?.number == values.max())
    #expect(chi2["missing"]?.number == 0)
  }

  @Test func countsStatuses() throws {
    #expect(run.manifest.statuses.map(\.count).reduce(0, +) == 12)
  }

  @Test func comesWithASpecThatReadsBackAsItself() throws {
    let again = try TinyRun.plan(try text("spec.json"))
    #expect(again.identity.fingerprint.description == run.manifest.identity)
    #expect(
      String(decoding: again.spec.resolved.readableBytes, as: UTF8.self) == (try text("spec.json")))
  }

  @Test func comesWithAJournal() throws {
    let journal = try TinyRun.json("\(run.path)/journal.json")
    #expect(journal["jobs"] == 2)
    #expect(journal["units"] == 12)
    #expect(try #require(journal["started"]?.string).hasSuffix("Z"))
  }
}
