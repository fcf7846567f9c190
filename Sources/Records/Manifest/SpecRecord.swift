package import Specs
package import Support
import Tables

/// The part of a spec that determines results, as a manifest repeats it.
///
/// It may be the spec of an earlier engine, so it is kept as it is, and only what every engine
/// wrote in one way is read out of it.
package struct SpecRecord: Equatable, Sendable {
  /// The keys of the spec as they enter the identity.
  package let settings: [JSONValue.Member]
  /// The methods in use, in the order of the spec.
  package let methods: [Method]
  /// The axes of the grid.
  package let axes: [Axis]

  /// A version of a method.
  package struct Method: Equatable, Sendable {
    package let family: String
    package let version: String

    package init(family: String, version: String) {
      (self.family, self.version) = (family, version)
    }
  }

  /// An axis of the grid and how many values it has.
  package struct Axis: Equatable, Sendable {
    package let name: String
    package let count: Int
  }

  package init(_ spec: ExperimentSpec) {
    guard case .object(let members) = spec.scientific else {
      preconditionFailure("a spec is an object")
    }
    settings = members
    methods = spec.methods.map { Method(family: $0.family, version: $0.version) }
    axes = spec.grid.map { Axis(name: $0.name, count: $0.values.count) }
  }

  private init(_ settings: [JSONValue.Member], _ methods: [Method], _ axes: [Axis]) {
    self.settings = settings
    self.methods = methods
    self.axes = axes
  }

  /// The spec as one value.
  package var json: JSONValue { .object(settings) }

  /// Whether offsets are measured.
  package var hasOffsets: Bool { json["model"]?["offset"] != nil }

  static let codec = RecordCodec<SpecRecord>(
    read: { node, report in
      guard let members = node.members else {
        report.error("expected an object, not \(node.kind)", at: node.place)
        return nil
      }
      let methods = entries("methods", of: node, .string, report)
      let axes = entries("grid", of: node, JSONType<JSONNode>.anything.list, report)
      guard let methods, let axes else { return nil }
      return SpecRecord(
        members.map { .init($0.key, $0.node.plain) },
        methods.map { Method(family: $0.key.value, version: $0.value) },
        axes.map { Axis(name: $0.key.value, count: $0.value.count) })
    },
    write: { $0.json })

  /// What an object of the spec holds by key.
  private static func entries<Value>(
    _ key: String, of node: JSONNode, _ type: JSONType<Value>, _ report: InputReport
  ) -> [JSONType<Value>.Entry]? {
    if let object = node[key] { return type.map.read(object, report) }
    report.error("missing key '\(key)'", at: JSONObject.opening(of: node))
    return nil
  }
}
