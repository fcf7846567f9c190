import Plans
import Specs
import Steps
import Support

/// Offsets and points, in every version.
extension MethodRecords {
  /// The offsets of the defaults, and of the settings of the sessions.
  static func offsets() throws -> [MethodRecord] {
    let specs = [
      ("usual", #""model": {"offset": {}}, "grid": {"upsilon_disk": [0.3, 0.5, 0.8]}"#),
      (
        "sessions",
        #"""
        "model": {"offset": {"gas_sign": "squared", "points": "all", "f_gas": "baryonic", "valid_at": {}}},
          "grid": {"upsilon_disk": [0.3, 0.8], "g_dagger": [1e-10, 1.2e-10]}
        """#
      ),
    ]
    return try OffsetMethod.allCases.map { method in
      let plans = try specs.map { name, members in
        let choice = #""methods": {"\#(OffsetMethod.family)": "\#(method.rawValue)"}"#
        return (name, try MadeSample.plan("\(members), \(choice)"))
      }
      return MethodRecord(
        "\(OffsetMethod.family) \(method.rawValue)",
        definition: .object(plans.map { .init($0.0, $0.1.spec.scientific) }),
        results: try plans.flatMap { try [ResultTable](of: $0.1, in: "\($0.0)/") })
    }
  }

  /// The points of every galaxy that the method takes.
  static func points() throws -> [MethodRecord] {
    try PointMethod.allCases.map { method in
      let plan = try MadeSample.plan(
        #"""
        "model": {"offset": {}}, "analyses": [{"name": "at", "points": {"upsilon_disk": 0.5}}],
          "methods": {"\#(PointMethod.family)": "\#(method.rawValue)", "\#(OffsetMethod.family)": "v1_with_r_eff"},
          "outputs": {"tables": ["at"]}
        """#)
      return MethodRecord(
        "\(PointMethod.family) \(method.rawValue)", definition: plan.spec.scientific,
        results: try [ResultTable](of: plan, tables: ["at", "at.left_out"]))
    }
  }
}
