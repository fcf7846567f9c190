import Galaxies
import Models
import Plans
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("The names of the program's own", .limited)
struct ProgramNamesTests {
  /// Columns of the user's own never stand beside a column of the same name, whatever is fitted.
  @Test func areThoseOfAllTablesAndLaws() throws {
    let laws = ModelCatalogue.names.map { "\"\($0)\"" }.joined(separator: ", ")
    let text = """
      {
        "upsilon": 1, "name": "all", "dataset": "mock",
        "model": {"fit": [\(laws)], "intervals": true},
        "bounds": {"omega": [0, "10 * quality"], "distance": [1, 100]},
        "priors": {"inclination": "catalogue"}
      }
      """
    let report = InputReport()
    let node = try #require(JSONParser.parse(SourceText(name: "all", text: text), report))
    let spec = try #require(ExperimentSpec.checked(node, report))
    #expect(report.messages == [])
    let dataset = MockSample(seed: 1, galaxies: 1).dataset
    let schemas =
      Plan.schemas(of: spec, dataset, report).all
      + [ComponentTable.schema(nil), ComponentMassTable.schema(nil)]
    var names = schemas.flatMap(\.columns).map(\.name)
    names += PointColumn.all.map(\.name)
    names += GalaxyParameter.allCases.map(\.rawValue)
    for law in ModelCatalogue.names {
      names += (ModelCatalogue.law(named: law)?.card.parameters ?? []).map(\.name)
    }
    #expect(names.count > 100)
    #expect(names.filter { !ProgramNames.all.contains($0) }.distinct == [])
  }
}
