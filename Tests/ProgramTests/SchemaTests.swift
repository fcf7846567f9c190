import TestKit
import Testing

@Suite("The schema for editors", .limited)
struct SchemaTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  @Test func isTheFileOfTheRepository() throws {
    let file = Golden(source: "Sources/upsilon/Resources/spec.schema.json")
    let schema = try program.run("schema", "--data", "none").output
    #expect(file.difference(from: schema) == nil)
  }

  @Test func knowsTheDatasetsOfTheDataFolder() throws {
    try program.directory.write(
      """
      {
        "registry": 1,
        "datasets": [
          {
            "name": "ours", "title": "Our galaxies", "citation": "us", "licence": "none",
            "format": "csv", "files": []
          }
        ]
      }
      """, to: "data/registry.json")
    let ending = try program.run("schema")
    let isWhole = ending.output.contains("\"ours\"")
    #expect(isWhole || ending.status == 2, "\(ending.messages)")
    #expect(try !program.run("schema", "--data", "none").output.contains("\"ours\""))
  }
}
