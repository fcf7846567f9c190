import Galaxies
import Plans
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("Component speeds from surface densities", .limited)
struct ComponentTests {
  /// The speeds by a rule that can be worked out by hand: the density less ten, times the radius.
  private static func made(_ profile: DiskProfile) -> [Double] {
    zip(profile.density.radius, profile.density.density).map { $0 * ($1 - 10) }
  }

  private func plan(
    _ more: String = "", _ squaredSpeeds: (DiskProfile) -> [Double] = Self.made
  ) throws -> Plan {
    let spec = try Reading.spec(MadeUp.spec(more))
    return try Plan(spec, MadeUpDisks.dataset, InputReport(), squaredSpeeds: squaredSpeeds)
  }

  @Test func takeTheSignOfTheirSquares() throws {
    let curve = try plan().dataset.galaxies[0].curve
    #expect(curve.gasSpeed[0] == 2.0.squareRoot())
    #expect(curve.gasSpeed[1] == -8.0.squareRoot())
    #expect(curve.diskSpeed[0] == 190.0.squareRoot())
    #expect(curve.diskSpeed[5] == -(6 * (10 - 200.0 / 36)).squareRoot())
  }

  @Test func leaveOtherGalaxiesAlone() throws {
    #expect(try plan().dataset.galaxies[1].curve == MadeUp.galaxies[0].curve)
  }

  @Test func areATableWithTheWholeProfileWhateverTheCuts() throws {
    let cut = #""cuts": {"points": ["radius > 3"], "galaxies": ["points > 2"]}"#
    let (whole, part) = (try plan(), try plan(cut))
    #expect(part.sample.galaxies.map(\.name) == ["Disky", "Alpha"])
    #expect(
      part.sample.galaxies[0].curve.gasSpeed
        == Array(whole.dataset.galaxies[0].curve.gasSpeed[3...]))
    let table = try #require(part.computed().tables["components"])
    #expect(table.header == "galaxy radius sigma_gas sigma_star v_gas v_disk")
    #expect(table.rowCount == 8)
    #expect(table.lines == whole.computed().tables["components"]?.lines)
    #expect(table.line(0) == "Disky 1.0 12.0 200.0 \(2.0.squareRoot()) \(190.0.squareRoot())")
    #expect(table.line(7).hasPrefix("Flat 2.0 6.0 50.0 "))
    #expect(part.schemas["components"] == table.schema)
  }

  @Test func areKeptWhateverTheOutputs() throws {
    let plan = try plan(#""outputs": {"tables": ["fits"]}"#)
    #expect(plan.kept(plan.computed().tables).map(\.name).contains("components"))
    let speeds = try MadeUp.plan(MadeUp.spec())
    #expect(speeds.schemas["components"] == nil)
  }

  @Test func areToldOfWithTheirMethod() throws {
    let notes = try plan(#""thickness": {"disk": {"sech2": 0.3}, "gas": {"exponential": 0}}"#)
      .dataset.notes
    #expect(
      notes == [
        "v_gas and v_disk of 2 galaxies are computed from surface densities by v2_thin_disk, with "
          + "thickness: disk sech2 of scale height 0.3 kpc",
        "the computed v_gas is negative at 6 points: the gas pulls outward there",
      ])
  }

  @Test func areAskedForWithAllThatTheyDependOn() throws {
    var asked: [DiskProfile] = []
    _ = try plan(
      #""thickness": {"disk": {"sech2": 0.3}, "gas": {"exponential": 0.1}}"#
    ) {
      asked.append($0)
      return Self.made($0)
    }
    #expect(
      asked.map(\.thickness).prefix(2) == [
        .exponential(scaleHeight: 0.1), .sech2(scaleHeight: 0.3),
      ])
    #expect(asked.allSatisfy { $0.method == .accurate })
    #expect(asked.count == 4)
    #expect(Set(asked.map(\.fingerprint)).count == 4)
  }

  @Test func areFoundByContentMethodAndThickness() {
    func profile(
      _ density: Double = 1, _ method: DiskMethod = .accurate, _ thickness: DiskThickness = .thin,
      radius: Double = 1
    ) -> Fingerprint {
      DiskProfile(
        SurfaceDensity(radius: [radius, 5], density: [density, 2]), method, thickness
      ).fingerprint
    }
    let all = [
      profile(), profile(1.0.nextUp), profile(radius: 1.0.nextUp), profile(1, .rings),
      profile(1, .accurate, .sech2(scaleHeight: 0.3)),
      profile(1, .accurate, .exponential(scaleHeight: 0.3)),
    ]
    #expect(Set(all).count == all.count)
    #expect(profile() == profile())
  }

  @Test func areComputedByTheNewestMethodUnlessTheSpecSaysOtherwise() throws {
    let (usual, named, old) = (
      try plan(), try plan(#""methods": {"thin_disk": "v2_thin_disk"}"#),
      try plan(#""methods": {"thin_disk": "v1_thin_disk_rings"}"#)
    )
    #expect(usual.spec.resolved["methods"]?["thin_disk"] == "v2_thin_disk")
    #expect(old.spec.resolved["methods"]?["thin_disk"] == "v1_thin_disk_rings")
    #expect(named.identity == usual.identity)
    #expect(old.identity != usual.identity)
    let again = try Reading.spec(String(decoding: usual.spec.resolved.readableBytes, as: UTF8.self))
    #expect(again.resolved == usual.spec.resolved)
  }

  @Test func haveAThicknessInTheIdentityOnlyWhereThereIsOne() throws {
    let usual = try plan().identity
    #expect(try plan(#""thickness": {"disk": {"sech2": 0}}"#).identity == usual)
    #expect(try plan(#""thickness": {}"#).identity == usual)
    let others = try [
      #"{"disk": {"sech2": 0.3}}"#, #"{"gas": {"sech2": 0.3}}"#, #"{"disk": {"exponential": 0.3}}"#,
      #"{"disk": {"sech2": 0.30000000000000004}}"#,
    ].map { try plan(#""thickness": \#($0)"#).identity.fingerprint }
    #expect(Set(others + [usual.fingerprint]).count == 5)
    let thick = try plan(#""thickness": {"disk": {"sech2": 0.3}, "gas": {"sech2": 0}}"#)
    #expect(thick.spec.resolved["thickness"] == ["disk": ["sech2": 0.3]])
  }

  @Test(arguments: [Double.infinity, .nan])
  func areRefusedWhereTheyAreNoNumbers(_ value: Double) throws {
    let rejected = #expect(throws: InputRejected.self) {
      try plan { profile in
        Self.made(profile).map { profile.density.count == 2 ? value : $0 }
      }
    }
    #expect(
      rejected?.diagnostics.map(\.message) == [
        "the speeds of galaxy 'Flat' are too large to be numbers"
      ])
  }

  @Test func leaveNoTraceInTheIdentityOfOtherData() throws {
    let components = try MadeUp.plan(MadeUp.spec()).identity.components
    #expect(components["spec"]?["methods"]?["thin_disk"] == nil)
    #expect(components["spec"]?["thickness"] == nil)
  }
}
