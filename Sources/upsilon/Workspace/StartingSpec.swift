import Console
import Specs
import Support

/// A spec to start from, for one kind of question.
///
/// A new one is a file in `Resources/Starts` and a case here.
enum StartingSpec: String, CaseIterable, ArgumentValue {
  case sweepRatios = "sweep-ratios"
  case fitLaws = "fit-laws"
  case compareHalos = "compare-halos"
  case rar
  case ownData = "own-data"

  /// What the program carries.
  private var bytes: [UInt8] {
    switch self {
    case .sweepRatios: PackageResources.sweep_ratios_json
    case .fitLaws: PackageResources.fit_laws_json
    case .compareHalos: PackageResources.compare_halos_json
    case .rar: PackageResources.rar_json
    case .ownData: PackageResources.own_data_json
    }
  }

  /// The points of an example, where the spec reads a file beside it.
  var points: [UInt8]? {
    self == .ownData ? PackageResources.own_data_csv : nil
  }

  private var node: JSONNode? {
    JSONParser.parse(SourceText(name: "\(rawValue).json", bytes: bytes), InputReport())
  }

  /// The question that it asks.
  var question: String { (node?["question"]?.string).asList.joined() }

  /// The registered dataset that it is about; `nil` for a file of one's own.
  var dataset: String? { node?["dataset"]?.string }

  /// The spec under another name, and with another file of points.
  ///
  /// - Parameters:
  ///   - name: What its runs are called.
  ///   - points: The file of points, relative to the spec.
  /// - Returns: The text of the file.
  func text(named name: String, points: String) -> String {
    func member(_ key: String, _ value: String) -> String {
      "\"\(key)\": \(JSONValue.string(value).canonicalText)"
    }
    return String(decoding: bytes, as: UTF8.self)
      .replacing(member("name", rawValue), with: member("name", name), maxReplacements: 1)
      .replacing(member("path", "\(rawValue).csv"), with: member("path", points))
  }
}
