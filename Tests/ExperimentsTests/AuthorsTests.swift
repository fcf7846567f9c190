import Plans
import Specs
import Support
import TestKit
import Testing

@Suite("The authors of a spec", .limited)
struct AuthorsTests {
  private static func mistakes(_ authors: String) -> [String] {
    let report = InputReport()
    let text = MadeUp.spec("\"authors\": \(authors)")
    let plan = MadeUp.plan(SourceText(name: "test.json", text: text), report)
    #expect((plan == nil) == report.hasErrors)
    return report.inReadingOrder.map(\.message)
  }

  @Test(arguments: [
    (#"[{"name": "Vera C. Rubin"}]"#, "Rubin, Vera C.", "Vera C. Rubin"),
    (#"[{"name": " van der Hulst, J. M. "}]"#, "van der Hulst, J. M.", "J. M. van der Hulst"),
    (#"[{"name": "Plato"}]"#, "Plato", "Plato"),
  ])
  func haveNames(authors: String, familyFirst: String, givenFirst: String) throws {
    let plan = try MadeUp.plan(MadeUp.spec("\"authors\": \(authors)"))
    #expect(plan.spec.authors.map(\.familyFirst) == [familyFirst])
    #expect(plan.spec.authors.map(\.givenFirst) == [givenFirst])
  }

  @Test(arguments: [
    "0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097", "0000-0002-1694-233X",
  ])
  func haveIdentifiersThatCheckThemselves(orcid: String) throws {
    let plan = try MadeUp.plan(
      MadeUp.spec(#""authors": [{"name": "A B", "orcid": "\#(orcid)"}]"#))
    let bare = String(orcid.suffix(19))
    #expect(plan.spec.authors.first?.orcid?.text == bare)
    #expect(plan.spec.resolved["authors"] == [["name": "A B", "orcid": .string(bare)]])
  }

  @Test(arguments: [
    ("0000-0002-1825-0079", "the last character of the ORCID"),
    ("0000-0002-1825-009X", "the last character of the ORCID"),
    ("0000000218250097", "is no ORCID"), ("0000-0002-18X5-0097", "is no ORCID"),
    ("http://orcid.com/0000-0002-1825-0097", "is no ORCID"),
  ])
  func areRefusedWithAWrongIdentifier(orcid: String, message: String) {
    let mistakes = Self.mistakes(#"[{"name": "A B", "orcid": "\#(orcid)"}]"#)
    #expect(mistakes.count == 1 && mistakes[0].contains(message), "\(mistakes)")
  }

  @Test(arguments: [
    (#"[{"name": ""}]"#, "expected a text of one line"),
    (#"[{"name": "A\nB"}]"#, "expected a text of one line"),
    (#"[{"name": "A, B, C"}]"#, "'A, B, C' is no name of one person"),
    (#"[{"name": "A B"}, {"name": "A B"}]"#, "author 'A B' stands twice"),
    (#"[{"orcid": "0000-0002-1825-0097"}]"#, "missing key 'name'"),
    (#"["A B"]"#, "expected an object, not a string"),
    (#"[{"name": "A B", "affiliaton": "x"}]"#, "unknown key 'affiliaton'"),
  ])
  func areRefused(authors: String, message: String) {
    #expect(Self.mistakes(authors) == [message])
  }

  @Test func tellEveryMistakeAtOnce() {
    #expect(Self.mistakes(#"[{"name": "", "orcid": "1", "affiliation": ""}, 7]"#).count == 4)
  }

  @Test func areNoPartOfTheIdentity() throws {
    let (plain, cited) = (
      try MadeUp.plan(MadeUp.spec()), try MadeUp.plan(MadeUp.spec(#""authors": [{"name": "A B"}]"#))
    )
    #expect(plain.identity == cited.identity)
    #expect(plain.spec.resolved["authors"] == nil)
  }
}
