import Numerics
package import Support

/// A number that describes a list of numbers.
///
/// Missing values (what is not finite) do not take part. Standard deviations are those of the
/// population (divided by n) unless the name says `sample_std`.
package enum Statistic: Equatable, Resolvable {
  case count
  case missing
  case sum
  case mean
  case median
  case std
  case sampleStd
  case min
  case max
  case rms
  /// A percentile, linearly interpolated.
  case percentile(Int)

  private static let plain: [(name: String, statistic: Statistic)] = [
    ("count", .count), ("missing", .missing), ("sum", .sum), ("mean", .mean), ("median", .median),
    ("std", .std), ("sample_std", .sampleStd), ("min", .min), ("max", .max), ("rms", .rms),
  ]

  /// The names to choose from.
  package static let names =
    plain.map(\.name) + [1, 2, 5, 10, 16, 25, 75, 84, 90, 95, 98, 99].map { "p\($0)" }

  package init?(_ name: String) {
    if let plain = Self.plain.first(where: { $0.name == name }) {
      self = plain.statistic
    } else if name.hasPrefix("p"), let percent = Int(name.dropFirst()), (1...99).contains(percent),
      name == "p\(percent)"
    {
      self = .percentile(percent)
    } else {
      return nil
    }
  }

  package var name: String {
    if case .percentile(let percent) = self { return "p\(percent)" }
    return Self.plain.first { $0.statistic == self }?.name ?? ""
  }

  /// The name of a statistic.
  package static let type = JSONType<Statistic>(schema: ["type": "string"], words: "statistic") {
    node, report in
    guard let name = JSONType<String>.string.read(node, report) else { return nil }
    if let statistic = Statistic(name) { return statistic }
    report.error(
      "unknown statistic '\(name)'", at: node.place, help: names.advice(for: name))
    return nil
  }

  package var resolved: JSONValue { .string(name) }

  /// Whether the result counts something and so has no unit.
  package var isCount: Bool { self == .count || self == .missing }

  /// The value for a list in which what is not finite is missing; NaN where nothing is left, or
  /// where the result is beyond the range of numbers.
  package func value(of values: [Double]) -> Double {
    let present = values.filter(\.isFinite)
    if self == .count { return Double(present.count) }
    if self == .missing { return Double(values.count - present.count) }
    if present.isEmpty { return self == .sum ? 0 : .nan }
    let value = result(of: present)
    return value.isFinite ? value : .nan
  }

  /// The value for a list of finite numbers that is not empty.
  private func result(of present: [Double]) -> Double {
    switch self {
    case .count, .missing: .nan
    case .sum: Statistics.sum(present)
    case .mean: Statistics.mean(present)
    case .median: Statistics.median(present)
    case .std: Statistics.std(present)
    case .sampleStd: Statistics.sampleStd(present)
    case .min: Statistics.min(present)
    case .max: Statistics.max(present)
    case .rms: Statistics.rms(present)
    case .percentile(let percent): Statistics.quantile(Double(percent) / 100, of: present)
    }
  }
}
