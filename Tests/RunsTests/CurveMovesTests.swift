import Foundation
import Records
import Runs
import Shelf
import Support
import Tables
import TestKit
import Testing

@Suite("Curve moves", .limited)
struct CurveMovesTests {
  private let tiny: TinyRun
  private let run: StoredRun

  init() throws {
    tiny = try TinyRun()
    run = try tiny.run(TinyRun.plan()).run
  }

  /// A copy of the run in which ω of the linear fits is multiplied by a factor.
  private func copy(scaling factor: Double) throws -> StoredRun {
    let path = "\(tiny.root)/copy-\(factor)"
    try FileManager.default.copyItem(atPath: run.path, toPath: path)
    let file = "\(path)/tables/fits.ecsv"
    let before = try Files.read(file)
    let entry = try #require(run.manifest.table("fits"))
    let (model, omega) = (entry.schema.index(of: "model"), entry.schema.index(of: "omega"))
    var lines = String(decoding: before, as: UTF8.self).split(separator: "\n").map(String.init)
    for index in lines.indices {
      var fields = lines[index].split(separator: ",", omittingEmptySubsequences: false).map(
        String.init)
      guard let model, let omega, fields.count > omega, fields[model] == "linear",
        let value = Double(fields[omega])
      else { continue }
      fields[omega] = "\(value * factor)"
      lines[index] = fields.joined(separator: ",")
    }
    let bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    try Files.replace(file, with: bytes)
    let manifest = String(decoding: try Files.read("\(path)/manifest.json"), as: UTF8.self)
      .replacing(entry.sha256, with: Fingerprint(of: bytes).description)
    try Files.replace("\(path)/manifest.json", with: Array(manifest.utf8))
    try ForgedRun.mendChecksums(of: path)
    return try #require(try StoredRun(at: path))
  }

  private func degenerate(_ factor: Double, shelf: Bool = true) throws -> RowsDiff.RowList? {
    let old = try DiffSide("old", run: run)
    let new = try DiffSide("new", run: try copy(scaling: factor))
    let folder = try DataShelf(folder: "\(tiny.directory.path)/data", InputReport())
    let diff = try RunComparison(old, new, DiffRequest(), jobs: 2) {
      shelf ? CurveMoves(old, new, folder) : nil
    }.result()
    let fits = try #require(diff.tables?.first { $0.name == "fits" })
    guard case .rows(let rows) = fits.content else { return nil }
    #expect(rows.moved == 6, "the linear fits of three galaxies in two cells")
    return rows.degenerate
  }

  @Test func areNoneWhereACurveStaysWithinATenthOfTheErrors() throws {
    let rows = try #require(try degenerate(1 + 1e-6))
    #expect(rows.count == 6)
    #expect(rows.first.allSatisfy { $0.values.contains(.word("linear")) })
  }

  @Test func areNotCountedInTheLastDigits() throws {
    #expect(try degenerate(1 + 1e-12)?.count == 0)
  }

  @Test func areThereWhereACurveMovesByMore() throws {
    #expect(try degenerate(3)?.count == 0)
  }

  @Test func areNotLookedForWithoutTheData() throws {
    #expect(try degenerate(1 + 1e-6, shelf: false) == nil)
  }
}
