/// A value that is written as an object whose keys are declared.
///
///     struct Resampling: Keyed {
///       var count = 1000
///       var seed = 0
///       static let keys: [ObjectKey<Self>] = [
///         .value("count", \.count, .integer(from: 2), "how many draws"),
///         .required("seed", \.seed, .integer(from: 0), "the seed of the draws"),
///       ]
///     }
package protocol Keyed: Resolvable, SendableMetatype {
  /// The value of an object without keys.
  init()

  /// The keys, in the order in which they are written.
  static var keys: [ObjectKey<Self>] { get }

  /// Checks what no key can see alone.
  ///
  /// - Parameters:
  ///   - given: Which keys the object has, and where.
  ///   - report: Receives the mistakes.
  func check(_ given: GivenKeys<Self>, _ report: InputReport)
}

extension Keyed {
  package func check(_ given: GivenKeys<Self>, _ report: InputReport) {}

  /// The object with every default written out.
  package var resolved: JSONValue {
    .object(Self.keys.compactMap { key in key.resolved(self).map { .init(key.name, $0) } })
  }

  package var expressions: [Expression] { Self.keys.flatMap { $0.expressions(self) } }

  /// How such an object is read.
  package static var type: JSONType<Self> {
    .object(of: keys) { Self($0, $1) }
  }

  /// Reads an object, and tells every mistake in it in one go; `nil` if it is no object, or if a
  /// required key is missing or mistaken.
  ///
  /// A key with a mistake keeps its default, so that what follows from the others can be checked.
  ///
  /// - Parameters:
  ///   - node: The object.
  ///   - report: Receives the mistakes.
  package init?(_ node: JSONNode, _ report: InputReport) {
    guard let given = GivenKeys<Self>(node, report) else { return nil }
    given.value.check(given, report)
    guard given.isWhole else { return nil }
    self = given.value
  }
}
