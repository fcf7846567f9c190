import Foundation
import Plans
import Specs
import Support
import TestKit
import Testing

@Suite("A checked-in spec", .limited)
struct SpecFilesTests {
  /// The spec files below `experiments`, by their paths from there.
  static let files: [String] = {
    let found = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
    return found.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }.sorted()
  }()

  private static let folder =
    URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../experiments").standardizedFileURL

  /// A file merged with what it extends.
  private static func node(_ file: URL, _ report: InputReport) throws -> JSONNode? {
    let source = SourceText(name: file.path, bytes: Array(try Data(contentsOf: file)))
    guard let node = JSONParser.parse(source, report), let base = node["extends"]?.string else {
      return JSONParser.parse(source, report)
    }
    let above = file.deletingLastPathComponent().appending(path: base).standardizedFileURL
    return try Self.node(above, report)?.merged(with: node)
  }

  @Test func exists() {
    #expect(!Self.files.isEmpty)
  }

  @Test(arguments: files)
  func isReadWithoutAMistakeAndReadAgainFromItsResolvedText(_ file: String) throws {
    let report = InputReport()
    let node = try #require(try Self.node(Self.folder.appending(path: file), report))
    // A file without a name is a base for others.
    guard node["name"] != nil else { return }
    let spec = try #require(ExperimentSpec.checked(node, report))
    Plan.schemas(of: spec, nil, report)
    #expect(report.diagnostics.map(\.rendered) == [])

    let text = String(decoding: spec.resolved.readableBytes, as: UTF8.self)
    let again = try Reading.spec(text)
    Plan.schemas(of: again, nil, report)
    #expect(report.diagnostics.isEmpty)
    #expect(again.resolved == spec.resolved)
    #expect(
      Identity(again, inputs: MadeUp.inputs).fingerprint
        == Identity(spec, inputs: MadeUp.inputs).fingerprint)
  }
}
