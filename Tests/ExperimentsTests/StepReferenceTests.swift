import Specs
import Steps
import Support
import TestKit
import Testing

@Suite("The reference of steps and keys", .limited)
struct StepReferenceTests {
  private static func key(_ name: String, of step: String) throws -> KeyReference {
    let found = try #require(StepCatalogue.reference.first { $0.key == step })
    return try #require(found.keys.first { $0.name == name })
  }

  private static func all(_ keys: [KeyReference]) -> [KeyReference] {
    keys.flatMap { [$0] + all($0.parts) }
  }

  @Test func hasASentenceAndATypeForEveryKey() {
    for key in Self.all(SpecKeys.reference + StepCatalogue.reference.flatMap(\.keys)) {
      #expect(!key.summary.isEmpty && !key.type.isEmpty, "\(key.name)")
      #expect(key.usual == nil || !key.isRequired, "\(key.name)")
    }
  }

  @Test func startsWithNameAndTheStepItself() {
    for step in StepCatalogue.reference {
      #expect(step.keys.prefix(2).map(\.name) == ["name", step.key])
      #expect(step.keys.prefix(2).map(\.isRequired) == [true, true])
      #expect(Set(step.keys.map(\.name)).count == step.keys.count)
    }
  }

  @Test func tellsDefaults() throws {
    #expect(try Self.key("threshold", of: "compare").usual == "2")
    #expect(try Self.key("where", of: "summarize").usual == "\"true\"")
    #expect(try Self.key("within", of: "select").usual == nil)
    #expect(try Self.key("per", of: "regress").usual == "\"cell\"")
    let bootstrap = try Self.key("bootstrap", of: "regress")
    #expect(bootstrap.parts.map(\.name) == ["samples", "seed"])
    #expect(bootstrap.parts.map(\.usual) == ["1000", nil])
    let limits = try #require(SpecKeys.reference.first { $0.name == "limits" })
    #expect(limits.parts.map(\.usual) == ["1000000", "null"])
  }
}
