import Galaxies
import Steps
import Support

extension OffsetSettings {
  private static let scaleKey = JSONKey(
    "g_dagger", JSONType<Double>.positive,
    "scale of the relation and limit of low acceleration, m/s²")
  private static let gasSignKey = JSONKey(
    "gas_sign", JSONType<String>.word(of: GasSign.allCases.map(\.rawValue), noun: "sign"),
    "signed (|V|V, the default) or squared (the sign of V_gas is dropped)")
  private static let pointsKey = JSONKey(
    "points", JSONType<String>.word(of: Points.allCases.map(\.rawValue), noun: "choice of points"),
    "outer (beyond the median radius of the low-acceleration points, the default) or all")
  private static let gasFractionKey = JSONKey(
    "f_gas", JSONType<String>.word(of: GasFraction.allCases.map(\.rawValue), noun: "gas fraction"),
    "outer (last five valid points, without Υ, the default) or baryonic (sum over valid points)")
  private static let validAtKey = JSONKey(
    "valid_at", RatiosReading.type.optional,
    "the mass-to-light ratios at which validity is judged; those of the cell by default")
  private static let minimumPointsKey = JSONKey(
    "minimum_points", JSONType<Int>.integer(from: 1), "the least number of valid points, 5")
  private static let minimumLowKey = JSONKey(
    "minimum_low", JSONType<Int>.integer(from: 1), "the least number of low-acceleration points, 3")
  private static let minimumOuterKey = JSONKey(
    "minimum_outer", JSONType<Int>.integer(from: 1),
    "with fewer outer points, all low-acceleration points count, 2")
  private static let keys: [any JSONKeyDeclaration] = [
    scaleKey, gasSignKey, pointsKey, gasFractionKey, validAtKey, minimumPointsKey, minimumLowKey,
    minimumOuterKey,
  ]

  static let type = JSONType<OffsetSettings>(schema: JSONObject.schema(of: keys)) { node, report in
    guard let object = JSONObject(node, keys: keys, report) else { return nil }
    var settings = OffsetSettings()
    settings.scale = object[scaleKey] ?? settings.scale
    settings.gasSign = object[gasSignKey].flatMap(GasSign.init) ?? settings.gasSign
    settings.points = object[pointsKey].flatMap(Points.init) ?? settings.points
    settings.gasFraction = object[gasFractionKey].flatMap(GasFraction.init) ?? settings.gasFraction
    settings.validAt = object[validAtKey] ?? nil
    settings.minimumPoints = object[minimumPointsKey] ?? settings.minimumPoints
    settings.minimumLow = object[minimumLowKey] ?? settings.minimumLow
    settings.minimumOuter = object[minimumOuterKey] ?? settings.minimumOuter
    return settings
  }
}
