import Models
import Numerics
import Plans
import Specs
import Tables
import TestKit
import Testing

@Suite("A grid", .limited)
struct GridTests {
  private static func axis(_ axis: String, _ name: String = "upsilon_disk") throws -> [Double] {
    let spec = try Reading.spec(
      MadeUp.spec(#""grid": {"\#(name)": \#(axis)}"#, models: #"["linear"]"#))
    return try #require(spec.grid.first { $0.name == name }).values
  }

  @Test func turnsTheLastAxisFastest() {
    let product = CartesianProduct([[1, 2], [3], [4, 5, 6]])
    #expect(product.count == 6)
    #expect(
      (0..<6).map { product[$0] } == [
        [1, 3, 4], [1, 3, 5], [1, 3, 6], [2, 3, 4], [2, 3, 5], [2, 3, 6],
      ])
    #expect(CartesianProduct([]).count == 1)
    #expect(CartesianProduct([])[0] == [])
  }

  @Test func hasItsAxesInOneOrderWhateverThatOfTheFile() throws {
    let spec = try Reading.spec(
      MadeUp.spec(
        #""grid": {"r_t": [5], "omega": [2, 1], "upsilon_gas": [1.4], "upsilon_disk": [0.5]}"#))
    #expect(
      spec.grid.map(\.name) == ["upsilon_disk", "upsilon_bulge", "upsilon_gas", "omega", "r_t"])
    #expect(spec.grid.map(\.values) == [[0.5], [0.7], [1.4], [2, 1], [5]])
    #expect(spec.cellCount == 2)
  }

  @Test func ordersAxesThatAreNoRatiosByName() throws {
    let spec = try Reading.spec(
      MadeUp.spec(
        #""grid": {"v_max": [60], "r_t": [5], "omega": [2], "k": [1]}"#,
        models: #"["rational-taper-kRd", "tanh-taper", "linear"]"#))
    #expect(spec.grid.map(\.name).dropFirst(3) == ["k", "omega", "r_t", "v_max"])
  }

  @Test func mayBePutIntoTheOrderOfAnEarlierProgram() throws {
    let spec = try Reading.spec(
      MadeUp.spec(#""grid": {"r_t": [5], "omega": [2]}"#))
    let names = ["upsilon_disk", "upsilon_bulge", "upsilon_gas", "r_t", "omega"]
    #expect(spec.ordering(axes: names).grid.map(\.name) == names)
    #expect(spec.ordering(axes: names).grid.map(\.values).last == [2])
    for others in [Array(names.dropLast()), names + ["omega"], names.dropLast() + ["r_t"], []] {
      #expect(spec.ordering(axes: others).grid.map(\.name) == spec.grid.map(\.name))
    }
  }

  @Test func describesAParameterAsTheFirstModelOfTheSpecDoes() throws {
    for model in ["tanh-taper", "rational-taper"] {
      let spec = try Reading.spec(
        MadeUp.spec(#""grid": {"r_t": [5]}"#, models: "[\"\(model)\"]"))
      let card = try #require(ModelCatalogue.law(named: model)).card
      let parameter = try #require(card.parameters.first { $0.name == "r_t" })
      #expect(spec.grid.last?.column.summary == "\(parameter.summary), fixed")
      #expect(spec.grid.last?.column.unit == parameter.unit)
    }
  }

  @Test func stepsInDecimals() throws {
    #expect(
      try Self.axis(#"{"from": 0.2, "through": 1.5, "step": 0.1}"#) == [
        0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3, 1.4, 1.5,
      ])
    #expect(try Self.axis(#"{"from": 2e-1, "through": 0.30, "step": 5E-2}"#) == [0.2, 0.25, 0.3])
    #expect(
      try Self.axis(#"{"from": -0.3, "through": 0.3, "step": 0.3}"#, "omega") == [-0.3, 0, 0.3])
  }

  @Test func keepsTheOrderOfAList() throws {
    #expect(try Self.axis("[0.8, 0.3, 0.5]") == [0.8, 0.3, 0.5])
  }

  @Test func countsEvenly() throws {
    #expect(
      try Self.axis(#"{"from": 0.5, "through": 1.5, "count": 5}"#) == [0.5, 0.75, 1, 1.25, 1.5])
    #expect(
      try Self.axis(#"{"from": 1, "through": 2, "count": 2, "scale": "linear"}"#) == [1, 2])
  }

  @Test func countsInEqualRatiosFromEndToEnd() throws {
    let values = try Self.axis(#"{"from": 0.1, "through": 10, "count": 9, "scale": "log"}"#)
    #expect(values.count == 9)
    #expect(values.first == 0.1)
    #expect(values.last == 10)
    for (left, right) in zip(values, values.dropFirst()) {
      #expect((right / left).isNear(Elementary.pow(100, 0.125), relative: 1e-14))
    }
    let uneven = try Self.axis(#"{"from": 0.3, "through": 7.7, "count": 8, "scale": "log"}"#)
    #expect([uneven.first, uneven.last] == [0.3, 7.7])
  }

  @Test func multipliesIntoUnits() throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(#""grid": {"upsilon_disk": [0.2, 0.5], "upsilon_gas": [1, 1.4, 2]}"#))
    #expect(plan.spec.cellCount == 6)
    #expect(plan.sample.galaxies.count == 3)
    #expect(plan.unitCount == 6 * 3 * 2)
    #expect(plan.cells[4] == [0.5, 0.7, 1.4])
  }
}
