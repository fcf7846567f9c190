import Plans
import Specs
import Support
import Tables
import TestKit
import Testing

@Suite("A comparison", .limited)
struct CompareStepTests {
  static let prior = #""priors": {"omega": {"normal": {"mean": 5, "sigma": 2}}}"#

  /// A spec that compares the linear law with its taper.
  static func spec(_ more: String, step: String = "") -> String {
    let step =
      #"{"name": "made", "compare": "fits", "models": ["linear", "rational-taper"]"#
      + (step.isEmpty ? "}" : ", \(step)}")
    return MadeUp.spec((more.isEmpty ? "" : "\(more), ") + "\"analyses\": [\(step)]")
  }

  private static func criterion(_ spec: String) throws -> JSONValue? {
    try Reading.spec(spec).resolved["analyses"]?.elements.first?["criterion"]
  }

  @Test func countsPriorsWhereThereAreAny() throws {
    #expect(try Self.criterion(Self.spec("")) == "bic")
    #expect(try Self.criterion(Self.spec(#""bounds": {"upsilon_disk": [0.3, 0.8]}"#)) == "bic")
    #expect(
      try Self.criterion(Self.spec(#""priors": {"omega": {"uniform": [0, 9]}}"#)) == "bic")
    #expect(try Self.criterion(Self.spec(Self.prior)) == "map_bic")
    let distance = #""priors": {"distance": {"lognormal": {"median": 8, "dex": 0.1}}}"#
    #expect(try Self.criterion(Self.spec(distance)) == "map_bic")
    #expect(try Self.criterion(Self.spec(Self.prior, step: #""criterion": "bic""#)) == "bic")
    #expect(try Self.criterion(Self.spec("", step: #""criterion": "laplace""#)) == "laplace")
  }

  @Test func hasTheIdentityOfItsDefault() throws {
    for (more, criterion) in [("", "bic"), (Self.prior, "map_bic")] {
      let given = try MadeUp.plan(Self.spec(more, step: "\"criterion\": \"\(criterion)\""))
      #expect(try MadeUp.plan(Self.spec(more)).identity == given.identity)
      let other = try MadeUp.plan(Self.spec(more, step: #""criterion": "aicc""#))
      #expect(other.identity != given.identity)
    }
  }

  @Test func tellsTheBoundsOfBothFitsAndWhatTheyAre() throws {
    // The curves of the sample are linear ones, and their tapers end at the largest radius.
    let plan = try MadeUp.plan(Self.spec("", step: #""threshold": 0.5"#))
    let results = plan.computed()
    let table = try #require(results.tables["made"])
    #expect(table.schema == plan.schemas["made"])
    func words(_ column: String) -> [String] {
      (0..<table.rowCount).map { table.text(row: $0, of: column) }
    }
    #expect(words("verdict") == ["linear", "linear", "incomparable"])
    #expect(words("bound_first") == ["", "", ""])
    #expect(words("bound_second") == ["r_t upper", "r_t upper", ""])
    #expect(words("limit_first") == ["", "", ""])
    #expect(words("limit_second") == ["linear", "linear", ""])
    #expect(
      results.warnings.contains(
        "of the 2 verdicts of 'made' for linear, 2 are rational-taper at r_t upper, where it "
          + "becomes linear: won by a parameter less and by what the bound costs, not by another "
          + "law"))
  }

  @Test func tellsWhereTheBaryonsAreLeftAlone() throws {
    // So heavy a disk exceeds the curve: the linear term is negative, the taper can only be zero.
    let results = try MadeUp.plan(Self.spec(#""grid": {"upsilon_disk": [9]}"#)).computed()
    let table = try #require(results.tables["made"])
    #expect(table.text(row: 0, of: "verdict") == "linear")
    #expect(table.text(row: 0, of: "bound_second") == "omega lower")
    #expect(table.text(row: 0, of: "limit_second") == "baryons alone")
    #expect(table.text(row: 0, of: "limit_first") == "")
    #expect(
      results.warnings.contains(
        "of the 2 verdicts of 'made' for linear, 2 are rational-taper with omega = 0, the baryons "
          + "alone"))
  }

  @Test func isNoLimitWhereAnotherParameterLiesOnABound() throws {
    let bounds = #""bounds": {"rational-taper": {"omega": [0, 1]}}"#
    let table = try #require(try MadeUp.plan(Self.spec(bounds)).computed().tables["made"])
    #expect(table.text(row: 0, of: "bound_second") == "omega upper, r_t upper")
    #expect(table.text(row: 0, of: "limit_second") == "")
  }

  @Test func saysWhatItsCriterionLeavesOut() throws {
    func notes(_ more: String, _ criterion: String) throws -> [String] {
      try MadeUp.plan(Self.spec(more, step: "\"criterion\": \"\(criterion)\"")).computed()
        .warnings.filter { $0.contains("'made'") && !$0.hasPrefix("of the") }
    }
    #expect(try notes("", "bic") == [])
    #expect(try notes(Self.prior, "map_bic") == [])
    #expect(
      try notes(Self.prior, "aic") == [
        "'made' compares by aic, which does not count what fits pay for their priors (prior_term); "
          + "map_bic and laplace do"
      ])
    #expect(
      try notes("", "laplace") == [
        "3 of 3 rows of 'made' have no laplace: both fits have to be interior"
      ])
    #expect(
      try notes("", "aicc") == [
        "1 of 3 rows of 'made' have no aicc: a fit needs at least two points more than free "
          + "quantities"
      ])
  }

  @Test func comparesFitsByEachCriterion() throws {
    let fits = try #require(
      try MadeUp.plan(MadeUp.spec(Self.prior, models: #"["linear"]"#)).computed().tables["fits"])
    func values(_ column: String) -> [Double] { fits.values(column) }
    for row in 0..<fits.rowCount {
      let (points, chi2) = (values("points")[row], values("chi2")[row])
      let free = points - values("dof")[row]
      #expect(free == 1)
      #expect(values("aic")[row] == chi2 + 2)
      #expect(values("map_bic")[row].isNear(values("bic")[row] + values("prior_term")[row]))
      let rest = points - 2
      #expect(
        rest > 0 ? values("aicc")[row].isNear(chi2 + 2 + 4 / rest) : values("aicc")[row].isNaN)
      #expect(values("laplace")[row].isFinite)
    }
  }
}
