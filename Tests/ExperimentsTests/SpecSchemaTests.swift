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
}
