import Galaxies
import Support

/// Mass-to-light ratios given as an object; those that are not named have their usual values.
enum RatiosReading {
  private static let disk = JSONKey("upsilon_disk", JSONType<Double>.positive, "0.5 by default")
  private static let bulge = JSONKey("upsilon_bulge", JSONType<Double>.positive, "0.7 by default")
  private static let gas = JSONKey("upsilon_gas", JSONType<Double>.positive, "1 by default")
  private static let keys: [any JSONKeyDeclaration] = [disk, bulge, gas]

  static let type = JSONType<MassToLight>(schema: JSONObject.schema(of: keys)) { node, report in
    JSONObject(node, keys: keys, report).map { object in
      let usual = MassToLight()
      return MassToLight(
        disk: object[disk] ?? usual.disk, bulge: object[bulge] ?? usual.bulge,
        gas: object[gas] ?? usual.gas)
    }
  }
}
