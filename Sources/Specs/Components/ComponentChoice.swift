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
  /// What the spec says of the region beyond the last radius.
  let beyond: Located<DiskEdge>?

  /// - Parameters:
  ///   - methods: The methods that the spec names.
  ///   - thickness: The thickness that it gives.
  ///   - beyond: What it says of the region beyond the last radius.
  init(
    _ methods: [JSONType<Located<String>>.Entry], _ thickness: Located<Thickness>?,
    _ beyond: Located<DiskEdge>?
  ) {
    let entry = methods.first { $0.key.value == Self.family }
    method = entry.map { Located($0.value.value, at: $0.key.place) }
    self.thickness = thickness
    self.beyond = beyond
  }

  /// How speeds are computed if they are.
  package var rule: ComponentRule {
    ComponentRule(
      method: method.flatMap { DiskMethod(rawValue: $0.value) } ?? .accurate,
      thickness: thickness?.value ?? Thickness(), beyond: beyond?.value ?? .continued)
  }

  /// Refuses a thickness and an edge where the method does not know them.
  func check(_ report: InputReport) {
    guard rule.method == .rings else { return }
    let (old, help) = (
      "'\(DiskMethod.rings.rawValue)'",
      "leave the key out, or choose \"\(family)\": \"\(DiskMethod.accurate.rawValue)\""
    )
    if let thickness, !thickness.value.isThin {
      report.error("\(old) knows no thickness", at: thickness.place, help: help)
    }
    if let beyond {
      report.error(
        "\(old) always ends a disk at its last radius", at: beyond.place, help: help)
    }
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
    if let beyond {
      report.error("this spec uses no 'beyond'", at: beyond.place, help: help)
    }
  }

  private var family: String { Self.family }
}
