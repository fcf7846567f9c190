import Foundation
import Records
import Reports
import Specs
import Support
import TestKit
import Testing

@Suite("The texts of a bundle", .limited)
struct BundleTextTests {
  private static let hash = String(repeating: "b", count: 64)

  private static func input(
    _ name: String, _ origin: BundledInput.Origin, path: String? = nil
  ) -> BundledInput {
    BundledInput(
      role: "points/\(name)", name: name, sha256: hash, bytes: 12_345, origin: origin, path: path)
  }

  private static func authors(_ text: String) throws -> [Author] {
    let report = InputReport()
    let spec = Samples.specText.replacing(
      "\"question\"", with: "\"authors\": \(text), \"question\"")
    let node = JSONParser.parse(SourceText(name: "spec.json", text: spec), report)
    let authors = node.flatMap { ExperimentSpec($0, report) }.asList.flatMap(\.authors)
    try report.check()
    return authors
  }

  private static func subject(
    _ inputs: [BundledInput] = [], authors: String = "[]", runs: Int = 1
  ) throws -> BundleSubject {
    let report = try Samples.subject(galaxies: 3, curves: nil, moves: nil, figures: [])
    let program = BundleProgram(version: "0.1.0", build: "abc", sha256: hash)
    let run = BundledRun(
      report, authors: try self.authors(authors), started: "2026-11-30T04:04:56.499+00:00",
      ended: "2026-11-30T04:04:57.000+00:00", program: program, inputs: inputs)
    return BundleSubject(Array(repeating: run, count: runs), by: program)
  }

  private static func graph(_ subject: BundleSubject, _ paths: [String]) throws -> [[String: Any]] {
    let files = paths.map { BundledFile($0, sha256: hash, bytes: 7) }
    let bytes = CrateMetadata(subject, files: files, sums: "SHA256SUMS").bytes
    let value = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    return try #require(value?["@graph"] as? [[String: Any]])
  }

  @Test func areShellWordsInTheScript() throws {
    let nasty = "it's $(rm) `x` \"q\" \\ \n.csv"
    let bytes = ReproduceScript(try Self.subject([Self.input(nasty, .own)]).runs).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(#"own 'it'\''s $(rm) `x` "q" \ "#), "\(text.suffix(400))")
    #expect(text.hasSuffix("compare\n\nexit \"$status\"\n"))
    let child = try ChildProgram(["sh", "-n", "-c", text])
    #expect(try child.status(within: .seconds(20)) == 0)
  }

  @Test func callForWhatIsNeeded() throws {
    let inputs = [
      Self.input("made", .program),
      Self.input(
        "a.csv", .registered(dataset: "sparc", addresses: ["https://example.org/a"]),
        path: "data/sparc/a.csv"),
    ]
    let text = String(
      decoding: ReproduceScript(try Self.subject(inputs).runs).bytes, as: UTF8.self)
    #expect(text.contains("registered 'sparc' 'a.csv' '\(Self.hash)' '12345' 'enclosed as data/"))
    #expect(!text.contains("'made'"))
  }

  @Test func areNoMarkupInTheReadme() throws {
    let bytes = BundleReadme(
      try Self.subject([Self.input("a|b_c.csv", .own)]), omissions: ["a *note*"]
    ).bytes
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("# Is \\<b\\>1 & 1\\</b\\> two?\n"))
    #expect(text.contains("| a\\|b\\_c.csv | 12,345 | `\(Self.hash)` | the authors' own"))
    #expect(text.contains("- a \\*note\\*"))
  }

  @Test func describeEveryFileOnce() throws {
    let subject = try Self.subject(
      [Self.input("a b.csv", .own, path: "runs/x/inputs/a b.csv"), Self.input("lost", .own)],
      authors: #"[{"name": "A B", "orcid": "0000-0002-1825-0097", "affiliation": "X"}]"#)
    let graph = try Self.graph(subject, ["README.md", "runs/x/inputs/a b.csv"])
    let ids = graph.compactMap { $0["@id"] as? String }
    #expect(Set(ids).count == ids.count && ids.count == graph.count)
    #expect(ids.contains("runs/x/inputs/a%20b.csv") && ids.contains("#input-\(Self.hash)"))
    #expect(ids.contains("https://orcid.org/0000-0002-1825-0097"))
    let action = try #require(graph.first { $0["@type"] as? String == "CreateAction" })
    #expect(action["endTime"] as? String == "2026-11-30T04:04:57.000+00:00")
    let agent = try #require(action["agent"] as? [String: String])
    #expect(agent["@id"] == "https://orcid.org/0000-0002-1825-0097")
    // Whatever is named is described.
    let named = graph.flatMap { $0.values }.flatMap { value -> [String] in
      let list = value as? [Any] ?? [value]
      return list.compactMap { ($0 as? [String: String])?["@id"] }
    }
    let known = Set(ids).union(["https://w3id.org/ro/crate/1.1"])
    let open = named.filter { !known.contains($0) && !$0.hasPrefix("runs/tiny-") }
    #expect(open == [])
  }

  @Test func areNotMadeWithoutAuthors() throws {
    let without = try Self.subject()
    #expect(CitationFile(without) == nil && ZenodoRecord(without) == nil)
    let with = try Self.subject(authors: #"[{"name": "Ana \"A\" Díaz"}]"#)
    let citation = try #require(CitationFile(with))
    let text = String(decoding: citation.bytes, as: UTF8.self)
    #expect(text.contains("  - family-names: \"Díaz\"\n    given-names: \"Ana \\\"A\\\"\"\n"))
    #expect(text.contains("date-released: \"2026-11-30\"\n"))
  }

  @Test func nameEveryAuthorOfSeveralRunsOnce() throws {
    let subject = try Self.subject(authors: #"[{"name": "A B"}, {"name": "C D"}]"#, runs: 2)
    #expect(subject.authors.map(\.familyFirst) == ["B, A", "D, C"])
  }

  @Test func haveThePapersAsBibTeX() throws {
    let text = String(decoding: try Self.subject().references, as: UTF8.self)
    #expect(text.contains("@article{Lelli2016,\n"))
    #expect(text.contains("  doi = {10.3847/0004-6256/152/6/157}"))
    #expect(text.contains("@article{Burkert1995,\n"))
    #expect(text.hasPrefix("% "), "\(text)")
  }
}
