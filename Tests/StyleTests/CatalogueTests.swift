import TestKit
import Testing

/// Whatever is declared once has to stand in the catalogue of its kind.
@Suite("Catalogue", .limited)
struct CatalogueTests {
  struct Kind: CustomTestStringConvertible, Sendable {
    let noun: String
    let folder: String
    /// What the name of a file of this kind ends in.
    let suffix: String
    let catalogue: String
    /// The text that makes a file one of this kind.
    let conformance: String

    var testDescription: String { noun }
  }

  static let kinds = [
    Kind(
      noun: "law", folder: "Sources/Models/Laws", suffix: "",
      catalogue: "Sources/Models/ModelCatalogue.swift", conformance: "Law {"),
    Kind(
      noun: "step", folder: "Sources/Steps", suffix: "Step",
      catalogue: "Sources/Steps/Catalogue/StepCatalogue.swift", conformance: ": Step {"),
    Kind(
      noun: "verb", folder: "Sources/upsilon/Verbs", suffix: "Command",
      catalogue: "Sources/upsilon/Upsilon.swift", conformance: ": Command"),
    Kind(
      noun: "reader", folder: "Sources/Datasets/Readers", suffix: "Reader",
      catalogue: "Sources/Datasets/Readers/DatasetReaders.swift", conformance: ": DatasetReader"),
    Kind(
      noun: "format of exports", folder: "Sources/Exports/Formats", suffix: "Format",
      catalogue: "Sources/Exports/Formats/ExportFormats.swift", conformance: "Format {"),
  ]

  /// The types of a kind, by the names of their files.
  private func members(_ kind: Kind) -> [String] {
    SourceTree.files(kind.folder)
      .filter { $0.text.contains(kind.conformance) && $0.typeName.hasSuffix(kind.suffix) }
      .map(\.typeName).filter { !$0.contains("+") }
  }

  @Test(arguments: kinds)
  func holdsEveryMember(kind: Kind) throws {
    let folder = kind.catalogue.split(separator: "/").dropLast().joined(separator: "/")
    let catalogue = try #require(SourceTree.files(folder).first { $0.path == kind.catalogue })
    let members = members(kind)
    #expect(members.count > 2)
    #expect(members.filter { !catalogue.text.contains("\($0).self") } == [])
  }

  @Test func findsEveryLawByItsFolder() {
    let laws = SourceTree.files("Sources/Models/Laws").map(\.typeName)
    #expect(members(Self.kinds[0]) == laws)
  }

  @Test func findsEveryVerbByItsFolder() {
    let verbs = SourceTree.files("Sources/upsilon/Verbs").map(\.typeName)
    #expect(members(Self.kinds[2]) == verbs)
  }
}
