import Galaxies
import Records
import Runs
import Shelf
import Specs
import Support
import TestKit
import Testing

@Suite("Inputs of a run and a shelf", .limited)
struct RegisteredInputsTests {
  /// The states of the files of `made`, as a run of the first variants would find them.
  private func registered(_ samples: DataSamples) throws -> [InputCheck] {
    let inputs = [("catalogue", DataSamples.catalogue), ("points", DataSamples.points)]
      .map {
        InputRecord(
          role: $0.0, sha256: Fingerprint(of: $0.1.utf8).description, bytes: $0.1.utf8.count)
      }
    return try samples.shelf().check(inputs, of: .registered("made"), relativeTo: ".")
  }

  @Test func areComparedWithRegisteredFiles() throws {
    let samples = try DataSamples()
    #expect(
      try registered(samples).map(\.state).allSatisfy {
        if case .notChecked(let reason) = $0 {
          reason.description.hasPrefix("it is not here; ")
        } else {
          false
        }
      })
    try samples.fill()
    #expect(try registered(samples).map(\.state) == [.same, .same])
    try samples.directory.write(DataSamples.pointsCRLF, to: "data/made/points.csv")
    let other: Advice = "it is another accepted variant than the run was made from"
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
      InputRecord(role: $0.role, sha256: $0.sha256, bytes: $0.bytes)
    }
    func states(_ seed: Int) throws -> [InputCheck.State] {
      let settings = MockSettings(seed: seed, galaxies: 3, noise: 2)
      return try shelf.check(mock, of: .mock(settings), relativeTo: ".").map(\.state)
    }
    #expect(try states(5) == [.same])
    #expect(try states(6) == [.different("is not what this program has built in")])
  }
}
