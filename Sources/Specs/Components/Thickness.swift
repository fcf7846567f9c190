package import Galaxies
package import Support

/// How thick the layers of stars and gas are taken to be where speeds follow from surface
/// densities.
package struct Thickness: Equatable, Keyed {
  package static let keys: [ObjectKey<Self>] = [
    .optional(
      "disk", \.givenDisk, DiskThickness.type, "the layer of the stars; thin without it"),
    .optional("gas", \.givenGas, DiskThickness.type, "the layer of the gas; thin without it"),
  ]

  package private(set) var disk = DiskThickness.thin
  package private(set) var gas = DiskThickness.thin

  package init() {}

  var isThin: Bool { self == Thickness() }

  /// The layer of the stars as a spec gives it; `nil` for a thin one.
  private var givenDisk: DiskThickness? {
    get { disk == .thin ? nil : disk }
    set { disk = newValue ?? .thin }
  }

  /// The layer of the gas as a spec gives it; `nil` for a thin one.
  private var givenGas: DiskThickness? {
    get { gas == .thin ? nil : gas }
    set { gas = newValue ?? .thin }
  }
}

extension DiskThickness: Resolvable {
  private static let sech2Key = JSONKey(
    "sech2", height, "scale height z0 of sech^2(z / z0), kpc")
  private static let exponentialKey = JSONKey(
    "exponential", height, "scale height h of exp(-|z| / h), kpc")
  private static let keys: [any JSONKeyDeclaration] = [sech2Key, exponentialKey]

  /// A scale height, kpc.
  private static let height = JSONType.notNegative(
    "a scale height must be zero or positive", help: "0 stands for a thin layer")

  /// One vertical profile with its scale height; a height of zero is no thickness.
  fileprivate static let type = JSONType<DiskThickness>(
    schema: JSONObject.schema(ofOneAmong: keys), words: "object of one key", parts: keys
  ) { node, report in
    guard let object = JSONObject(node, keys: keys, report) else { return nil }
    let given = [sech2Key, exponentialKey].filter { object.has($0) }
    guard given.count == 1 else {
      // A key that is none has been told of already.
      guard !given.isEmpty || node.members?.isEmpty ?? true else { return nil }
      report.error(
        given.isEmpty ? "this layer has no thickness" : "a layer has one vertical profile",
        at: node.place, help: #"give one of {"sech2": 0.3} and {"exponential": 0.1}, in kpc"#)
      return nil
    }
    guard let height = object[given[0]] else { return nil }
    if height == 0 { return .thin }
    return object.has(sech2Key) ? .sech2(scaleHeight: height) : .exponential(scaleHeight: height)
  }

  /// The profile as a spec gives it; `null` for a thin layer.
  package var resolved: JSONValue {
    switch self {
    case .thin: .null
    case .sech2(let height): .object([.init(Self.sech2Key.name, .number(height))])
    case .exponential(let height): .object([.init(Self.exponentialKey.name, .number(height))])
    }
  }
}
