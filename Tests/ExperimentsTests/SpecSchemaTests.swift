import Models
import Specs
import Support
import TestKit
import Testing

@Suite("The schema of a spec", .limited)
struct SpecSchemaTests {
  private static let properties = JSONObject.schema(of: SpecKeys.all)["properties"]

  private static func words(_ schema: JSONValue?) -> [String] {
    schema?["enum"]?.array?.compactMap(\.string) ?? []
  }

  @Test(arguments: ["bounds", "priors"])
  func knowsWhatQuantitiesCanBeNamed(_ key: String) throws {
    let schema = try #require(Self.properties?[key])
    let names = Self.words(schema["propertyNames"])
    for name in ["upsilon_disk", "inclination", "c200", "r_t", "nfw", "rational-taper-kRd"] {
      #expect(names.contains(name))
    }
    #expect(Set(names).count == names.count)
    // Parameters have one form, models the other, and no name has both.
    let forms = try #require(schema["patternProperties"]?.members)
    #expect(forms.count == 2)
    for name in names {
      let matching = try forms.filter { try Regex($0.key).wholeMatch(in: name) != nil }
      #expect(matching.count == 1, "\(name)")
      let isNested = matching.first?.value["propertyNames"] != nil
      #expect(isNested == ModelCatalogue.names.contains(name), "\(name)")
    }
  }

  @Test func asksForOnePriorOfAQuantity() throws {
    let one = try #require(
      Self.properties?["priors"]?["patternProperties"]?.members?.first?.value["anyOf"]?.array)
    #expect(one.last == ["const": "catalogue"])
    #expect(one[0]["minProperties"] == 1)
    #expect(one[0]["maxProperties"] == 1)
    let kinds = try #require(one[0]["properties"])
    let numbers = [("normal", "sigma", "minimum"), ("lognormal", "dex", "minimum")]
    for (kind, part, limit) in numbers + [("lognormal", "median", "exclusiveMinimum")] {
      let number = kinds[kind]?["properties"]?[part]?["anyOf"]?.array?.first
      #expect(number?[limit] == 0, "\(kind) \(part)")
    }
  }

  @Test(arguments: ["disk", "gas"])
  func asksForOneThicknessOfALayer(_ layer: String) throws {
    let schema = try #require(Self.properties?["thickness"]?["properties"]?[layer])
    #expect(schema["minProperties"] == 1)
    #expect(schema["maxProperties"] == 1)
    #expect(schema["properties"]?["sech2"]?["minimum"] == 0)
  }

  // MARK: What an editor is given

  private static let whole = SpecSchema.value(datasets: ["m33", "mock"])

  @Test func explainsEveryKey() throws {
    let members = try #require(Self.whole["properties"]?.members)
    #expect(members.map(\.key) == SpecKeys.all.map(\.name))
    for key in SpecKeys.all {
      #expect(Self.whole["properties"]?[key.name]?["description"] == .string(key.summary))
    }
    #expect(Self.whole["properties"]?["upsilon"]?["const"] == 1)
    #expect(
      Self.words(Self.whole["properties"]?["dataset"]?["anyOf"]?.array?.first) == ["m33", "mock"])
    #expect(Self.whole["else"]?["required"] == ["upsilon", "name", "dataset", "model"])
  }

  @Test func namesWhatAnAxisMayBe() throws {
    let grid = try #require(Self.whole["properties"]?["grid"])
    #expect(grid["additionalProperties"] == .bool(false))
    let names = Set(grid["properties"]?.members?.map(\.key) ?? [])
    let ratios: Set = ["upsilon_disk", "upsilon_bulge", "upsilon_gas"]
    #expect(names == ratios.union(ModelCatalogue.parameterNames).union(["g_dagger"]))
  }

  @Test(arguments: ["bounds", "priors", "ties"])
  func givesEachModelItsOwnParameters(_ key: String) throws {
    let schema = try #require(Self.whole["properties"]?[key])
    #expect(schema["additionalProperties"] == .bool(false))
    for law in ModelCatalogue.all.map({ $0.card }) {
      let own = schema["properties"]?[law.name]?["properties"]?.members?.map(\.key)
      #expect(own == law.parameters.map(\.name))
      for parameter in law.parameters {
        #expect(schema["properties"]?[parameter.name]?["description"] != nil)
      }
    }
  }

  @Test func knowsEveryMethod() throws {
    let methods = try #require(Self.whole["properties"]?["methods"]?["properties"]?.members)
    #expect(methods.map(\.key) == MethodChoice.everyFamily.map(\.family))
    #expect(Set(methods.map(\.key)).isSuperset(of: ModelCatalogue.names))
    #expect(
      Self.words(Self.whole["properties"]?["methods"]?["properties"]?["thin_disk"]).count == 2)
  }

  @Test func leadsToEveryDefinition() throws {
    let definitions = try #require(Self.whole["$defs"]?.members?.map(\.key))
    var named: Set<String> = []
    func look(_ value: JSONValue) {
      if let name = value["$ref"]?.string { named.insert(String(name.dropFirst("#/$defs/".count))) }
      for member in value.entries { look(member.value) }
      for element in value.elements { look(element) }
    }
    look(Self.whole)
    #expect(named == Set(definitions))
  }
}
