import Support

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The measurements of an earlier call, by name, as ratios to the ``ReferenceKernel``.
struct Baseline {
  private var ratios: [String: Double] = [:]

  init() {}

  /// Reads the lines that an earlier call has printed.
  init(file: String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    for line in text.split(separator: "\n") {
      guard let value = JSONParser.value(of: Array(line.utf8)), let name = value["name"]?.string,
        let ratio = value["ratio"]?.number
      else { continue }
      ratios[name] = ratio
    }
  }

  /// A measurement with what it was before: `before`, and `change`, above one for what is slower.
  func compared(_ measurement: JSONValue) -> JSONValue {
    guard let name = measurement["name"]?.string, let ratio = measurement["ratio"]?.number,
      let before = ratios[name]
    else { return measurement }
    let change = (ratio / before * 1000).rounded() / 1000
    return .object(
      measurement.entries + [.init("before", .number(before)), .init("change", .number(change))])
  }
}
