package import Galaxies
package import Support

/// How thick the layers of stars and gas are taken to be where speeds follow from surface densities.
package struct Thickness: Equatable, Sendable {
  package let disk: DiskThickness
  package let gas: DiskThickness

  /// - Parameters:
  ///   - disk: The layer of the stars.
  ///   - gas: The layer of the gas.
  package init(disk: DiskThickness = .thin, gas: DiskThickness = .thin) {
    self.disk = disk
    self.gas = gas
  }

  package var isThin: Bool { self == Thickness() }

  /// The layers that have a thickness, as a spec gives them.
  package var resolved: JSONValue {
    .object(
      [("disk", disk), ("gas", gas)].compactMap { name, layer in
        layer.resolved.map { .init(name, $0) }
      })
  }

  private static let diskKey = JSONKey("disk", DiskThickness.type, "the layer of the stars")
  private static let gasKey = JSONKey("gas", DiskThickness.type, "the layer of the gas")
  private static let keys: [any JSONKeyDeclaration] = [diskKey, gasKey]

  static let type = JSONType<Thickness>(schema: JSONObject.schema(of: keys)) { node, report in
    JSONObject(node, keys: keys, report).map { object in
      Thickness(disk: object[diskKey] ?? .thin, gas: object[gasKey] ?? .thin)
    }
  }
}

extension DiskThickness {
  private static let sech2Key = JSONKey(
    "sech2", height, "scale height z0 of sech^2(z / z0), kpc")
  private static let exponentialKey = JSONKey(
    "exponential", height, "scale height h of exp(-|z| / h), kpc")
  private static let keys: [any JSONKeyDeclaration] = [sech2Key, exponentialKey]

  /// A scale height, kpc.
  private static let height = JSONType<Double>(schema: ["type": "number", "minimum": 0]) {
    node, report in
    guard let height = JSONType<Double>.number.read(node, report) else { return nil }
    if height >= 0 { return height }
    report.error(
      "a scale height must be zero or positive", at: node.place, help: "0 stands for a thin layer")
    return nil
  }

  /// One vertical profile with its scale height; a height of zero is no thickness.
  fileprivate static let type = JSONType<DiskThickness>(
    schema: JSONObject.schema(ofOneAmong: keys)
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

  /// The profile as a spec gives it; `nil` for none.
  var resolved: JSONValue? {
    switch self {
    case .thin: nil
    case .sech2(let height): [Self.sech2Key.name: .number(height)]
    case .exponential(let height): [Self.exponentialKey.name: .number(height)]
    }
  }
}
