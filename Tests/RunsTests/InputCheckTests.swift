import Foundation
import Galaxies
import Plans
import Runs
import Shelf
import Specs
import Support
import TestKit
import Testing

@Suite("Data of a run", .limited)
struct InputCheckTests {
  private let tiny: TinyRun
  private let run: StoredRun

  private static let curve = """
    # Distance = 4.04 Mpc
    # Rad\tVobs\terrV\tVgas\tVdisk\tVbul\tSBdisk\tSBbul\t\t
    # kpc\tkm/s\tkm/s\tkm/s\tkm/s\tkm/s\tL/pc^2\tL/pc^2
    0.5 13.8 1.6 3.7 12.3 0 15.9 0
    1.0 23.8 1.6 5.7 18.3 0 12.9 0
    1.5 30.1 1.6 6.7 20.3 0 10.9 0
    2.0 33.8 1.6 7.7 21.3 0 8.9 0

    """

  /// A run over the user's own files.
  init() throws {
    tiny = try TinyRun()
    for name in ["A", "B"] {
      try tiny.directory.write(Self.curve, to: "specs/mine/\(name)_rotmod.dat")
    }
    try tiny.directory.write(
      """
      { "upsilon": 1, "name": "own", "dataset": { "path": "mine", "format": "rotmod" },
        "model": { "fit": ["linear"] } }
      """, to: "specs/own.json")
    let report = InputReport()
    let path = "\(tiny.directory.path)/specs/own.json"
    let spec = try #require(try SpecLoader.load(path, report))
    let shelf = try DataShelf(folder: "\(tiny.directory.path)/data", report)
    let dataset = try shelf.dataset(
      spec.dataset, relativeTo: "\(tiny.directory.path)/specs", at: nil, report)
    try report.check()
    run = try tiny.run(Plan(spec, try #require(dataset), report)).run
  }

  private func inputs(from folder: String = "specs") throws -> [InputCheck] {
    let shelf = try DataShelf(folder: "\(tiny.directory.path)/data", InputReport())
    return try RunVerification(
      tiny.store.folder(meant: "own"), data: shelf,
      relativeTo: "\(tiny.directory.path)/\(folder)"
    ).inputs
  }

  @Test func areTheSame() throws {
    #expect(try inputs().map(\.state) == [.same, .same])
    #expect(try inputs().map(\.role) == ["curves/A_rotmod.dat", "curves/B_rotmod.dat"])
  }

  @Test func areNamedWhereAByteIsFlipped() throws {
    let file = "specs/mine/B_rotmod.dat"
    for offset in stride(from: 0, to: Self.curve.utf8.count, by: 11) {
      var bytes = Array(Self.curve.utf8)
      bytes[offset] ^= 1
      try Data(bytes).write(to: URL(filePath: "\(tiny.directory.path)/\(file)"))
      let found = try inputs()
      #expect(found.map(\.state) == [.same, .different("has changed since the run was made")])
      #expect(found.last?.file == "\(tiny.directory.path)/\(file)")
    }
  }

  @Test func areNamedWhereOneIsGoneOrNew() throws {
    try Files.remove("\(tiny.directory.path)/specs/mine/A_rotmod.dat")
    try tiny.directory.write(Self.curve, to: "specs/mine/C_rotmod.dat")
    let (gone, new) = (try inputs()[0], try inputs()[2])
    #expect(gone.state == .different("lacks the file 'curves/A_rotmod.dat'"))
    #expect(new.role == "curves/C_rotmod.dat")
    #expect(new.state == .different("was not there when the run was made"))
  }

  @Test func areNotCheckedWhereTheyAreNotAtHand() throws {
    #expect(try inputs(from: "elsewhere").map(\.state) == [.same, .same], "the run keeps them")
    for name in try Files.names(in: tiny.root) { try Files.remove("\(tiny.root)/\(name)/inputs") }
    let states = try inputs(from: "elsewhere").map(\.state)
    #expect(
      states == [.notChecked("no file or folder 'mine'"), .notChecked("no file or folder 'mine'")])
  }
}
