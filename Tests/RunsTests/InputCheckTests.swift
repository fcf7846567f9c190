import Foundation
import Galaxies
import Plans
import Runs
import Specs
import Support
import TestKit
import Testing

@Suite("Data of a run")
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
    let states = try inputs(from: "elsewhere").map(\.state)
    #expect(states == [.notChecked("it is not here"), .notChecked("it is not here")])
  }

  /// The states of the files of `made`, as a run of the first variants would find them.
  private func registered(_ samples: DataSamples) throws -> [InputCheck] {
    let inputs = [("catalogue", DataSamples.catalogue), ("points", DataSamples.points)]
      .map { (role: $0.0, sha256: Fingerprint(of: $0.1.utf8).description) }
    return try samples.shelf().check(inputs, of: .registered("made"), relativeTo: ".")
  }

  @Test func areComparedWithRegisteredFiles() throws {
    let samples = try DataSamples()
    #expect(
      try registered(samples).map(\.state).allSatisfy {
        if case .notChecked(let reason) = $0 { reason.hasPrefix("it is not here; ") } else { false }
      })
    try samples.fill()
    #expect(try registered(samples).map(\.state) == [.same, .same])
    try samples.directory.write(DataSamples.pointsCRLF, to: "data/made/points.csv")
    let other = "it is another accepted variant than the run was made from"
    #expect(try registered(samples).map(\.state) == [.same, .notChecked(other)])
    let flipped = DataSamples.points.replacing("A,1,50", with: "A,1,51")
    try samples.directory.write(flipped, to: "data/made/points.csv")
    let found = try registered(samples)
    #expect(found[0].state == .same)
    #expect(found[1].file == "\(samples.folder)/made/points.csv")
    guard case .different(let reason) = found[1].state else {
      Issue.record("a flipped byte is not found")
      return
    }
    #expect(reason.hasPrefix("has changed: its SHA-256 starts with "))
  }

  @Test func areComparedWithWhatTheProgramMakes() throws {
    let shelf = try DataSamples().shelf()
    let mock = MockSample(seed: 5, galaxies: 3).dataset.inputs.map {
      (role: $0.role, sha256: $0.sha256)
    }
    func states(_ seed: Int) throws -> [InputCheck.State] {
      try shelf.check(mock, of: .mock(seed: seed, galaxies: 3, noise: 2), relativeTo: ".").map(
        \.state)
    }
    #expect(try states(5) == [.same])
    #expect(try states(6) == [.different("is not what this program has built in")])
  }
}
