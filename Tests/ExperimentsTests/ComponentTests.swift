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
    #expect(plan.keeps("components") && plan.computed().tables["components"] != nil)
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
      _ beyond: DiskEdge = .continued, radius: Double = 1
    ) -> Fingerprint {
      DiskProfile(
        SurfaceDensity(radius: [radius, 5], density: [density, 2]), method, thickness, beyond
      ).fingerprint
    }
    let all = [
      profile(), profile(1.0.nextUp), profile(radius: 1.0.nextUp), profile(1, .rings),
      profile(1, .accurate, .sech2(scaleHeight: 0.3)),
      profile(1, .accurate, .exponential(scaleHeight: 0.3)), profile(1, .accurate, .thin, .zero),
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

  @Test func haveAnEdgeInTheIdentityOnlyWhereThereIsOne() throws {
    let usual = try plan()
    #expect(try plan(#""beyond": "continued""#).identity == usual.identity)
    #expect(usual.spec.resolved["beyond"] == nil)
    let ended = try plan(#""beyond": "zero""#)
    #expect(ended.identity != usual.identity)
    #expect(ended.spec.resolved["beyond"] == "zero")
    let again = try Reading.spec(String(decoding: ended.spec.resolved.readableBytes, as: UTF8.self))
    #expect(again.resolved == ended.spec.resolved)
    #expect(
      ended.dataset.notes[0] == "v_gas and v_disk of 2 galaxies are computed from surface "
        + "densities by v2_thin_disk, with nothing beyond the last radius")
  }

  @Test func endAsIfTheTableHadAZeroAfterIt() throws {
    let spec = try Reading.spec(MadeUp.spec(#""beyond": "zero""#))
    let ended = try Plan(spec, MadeUpDisks.dataset, InputReport()).dataset.galaxies[0].curve
    var galaxy = MadeUpDisks.dataset.galaxies[0]
    galaxy.curve = galaxy.curve.keeping([0, 1, 2, 3, 4, 5, 5])
    galaxy.curve.radius[6] = 7
    let density = try #require(galaxy.surfaceDensity)
    func longer(_ profile: SurfaceDensity) -> SurfaceDensity {
      SurfaceDensity(radius: profile.radius + [7], density: profile.density + [0])
    }
    galaxy.surfaceDensity = MassProfiles(gas: longer(density.gas), disk: longer(density.disk))
    let explicit = try Plan(
      try Reading.spec(MadeUp.spec()),
      Dataset(name: "made-up", galaxies: [galaxy], inputs: MadeUp.inputs), InputReport()
    ).dataset.galaxies[0].curve
    #expect(ended.gasSpeed == Array(explicit.gasSpeed.dropLast()))
    #expect(ended.diskSpeed == Array(explicit.diskSpeed.dropLast()))
    let usual = try Plan(
      try Reading.spec(MadeUp.spec()), MadeUpDisks.dataset, InputReport()
    ).dataset.galaxies[0].curve
    #expect(usual.gasSpeed[5] < ended.gasSpeed[5])
  }

  /// The densities fall as 1/R and 1/R², so much of the mass is beyond a table of few radii.
  @Test func areToldOfWithTheMassBeyondTheirTables() throws {
    let results = try plan().computed()
    let table = try #require(results.tables["component_masses"])
    #expect(table.header == "galaxy component mass share_inside share_beyond")
    #expect(table.texts("galaxy") == ["Disky", "Disky", "Flat", "Flat"])
    #expect(table.texts("component") == ["gas", "disk", "gas", "disk"])
    #expect(table.schema.keys == ["galaxy", "component"])
    for (row, name) in [(0, 0), (2, 2)] {
      let density = try #require(MadeUpDisks.dataset.galaxies[name].surfaceDensity)
      for (offset, profile) in [density.gas, density.disk].enumerated() {
        let mass = DiskMethod.accurate.mass(
          of: profile, tabulatedFrom: profile.radius[0], through: profile.lastRadius)
        #expect(table.values("mass")[row + offset] == mass.total)
        #expect(table.values("share_inside")[row + offset] == mass.shareInside)
        #expect(table.values("share_beyond")[row + offset] == mass.shareBeyond)
      }
    }
    let told = try #require(results.warnings.last)
    #expect(
      told.hasPrefix(
        "4 components have more than 10 % of their mass beyond the last radius of their tables, "
          + "most the gas of 'Flat' with "))
    #expect(
      told.hasSuffix(
        " %: see 'share_beyond' in 'component_masses'; \"beyond\": \"zero\" ends disks there"))
    let kept = try plan(#""outputs": {"tables": ["fits"]}"#)
    #expect(
      kept.keeps("component_masses") && kept.computed().tables["component_masses"] != nil)
  }

  @Test func haveNoMassBeyondTheTableByTheOldMethod() throws {
    let results = try plan(#""methods": {"thin_disk": "v1_thin_disk_rings"}"#).computed()
    let table = try #require(results.tables["component_masses"])
    #expect(table.values("share_inside") == [0, 0, 0, 0])
    #expect(table.values("share_beyond") == [0, 0, 0, 0])
    #expect(table.values("mass").allSatisfy { $0 > 0 })
    #expect(!results.warnings.contains { $0.contains("beyond") })
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
