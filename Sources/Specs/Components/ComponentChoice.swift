import Galaxies
package import Support

/// What a spec says of the way from surface densities to component speeds.
///
/// Whether a dataset has surface densities shows only when it is read: `m33` and files in the
/// format `csv` may, a generated sample and the other formats have speeds. So the default method is
/// named, and a choice that has no object refused, as soon as either is sure.
package struct ComponentChoice: Sendable {
  /// The family of the methods.
  package static let family = "thin_disk"
  /// The versions of the methods, oldest first.
  static let versions = DiskMethod.allCases.map(\.rawValue)

  /// The version that the spec names, with the place of the family; `nil` for the newest.
  let method: Located<String>?
  /// The thickness that the spec gives.
  let thickness: Located<Thickness>?

  /// - Parameters:
  ///   - methods: The methods that the spec names.
  ///   - thickness: The thickness that it gives.
  init(_ methods: [JSONType<Located<String>>.Entry], _ thickness: Located<Thickness>?) {
    let entry = methods.first { $0.key.value == Self.family }
    method = entry.map { Located($0.value.value, at: $0.key.place) }
    self.thickness = thickness
  }

  /// How speeds are computed if they are.
  package var rule: ComponentRule {
    ComponentRule(
      method: method.flatMap { DiskMethod(rawValue: $0.value) } ?? .accurate,
      thickness: thickness?.value ?? Thickness())
  }

  /// Refuses a thickness that the method does not know.
  func check(_ report: InputReport) {
    guard let thickness, !thickness.value.isThin, rule.method == .rings else { return }
    report.error(
      "'\(DiskMethod.rings.rawValue)' knows no thickness", at: thickness.place,
      help: "leave the key out, or choose \"\(family)\": \"\(DiskMethod.accurate.rawValue)\"")
  }

  /// Refuses what is said of a dataset that has the speeds already.
  ///
  /// - Parameters:
  ///   - dataset: What the dataset is called.
  ///   - report: Receives the mistakes.
  package func refuse(forSpeedsOf dataset: String, _ report: InputReport) {
    let help =
      "dataset '\(dataset)' comes with the speeds of its components, not with surface densities"
    if let method {
      report.error("this spec uses no method '\(Self.family)'", at: method.place, help: help)
    }
    if let thickness {
      report.error("this spec uses no 'thickness'", at: thickness.place, help: help)
    }
  }

  private var family: String { Self.family }
}
