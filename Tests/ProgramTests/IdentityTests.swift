import Foundation
import TestKit
import Testing

@Suite("Identity of a run", .limited)
struct IdentityTests {
  private let program: Program
  private let identity: String

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
    identity = try program.identity(of: "small.json")
  }

  private func identity(replacing old: String, with new: String) throws -> String {
    try #require(Specs.small.contains(old))
    try program.directory.write(Specs.small.replacing(old, with: new), to: "changed.json")
    return try program.identity(of: "changed.json")
  }

  @Test func isPinned() throws {
    #expect(identity == "b2f7bfec698b9f938d5c55e042ec4157ca16229b4723e3e3c51caaa692f77aaa")
    let before = try identity(
      replacing: #""name": "small","#,
      with: #""name": "small", "methods": {"search": "v1_starts"},"#)
    #expect(before == "c53d41a2bfa2ca3e73a23faea95628bf936645f5ae503ac73ebfa2e2dc379859")
  }

  @Test(arguments: [
    ("[0, 90]", "[0.0, 9e1]"), ("\"upsilon\": 1", "\"upsilon\":\t1.0"),
    ("[0.3, 0.5]", "[ 0.30,\n5e-1 ]"),
    ("\"name\": \"small\",", "\"name\": \"small\", \"question\": \"Why?\", \"source\": \"me\","),
    ("\"equals\": 16", "\"equals\": 15"), ("\"name\": \"small\"", "\"name\": \"smaller\""),
    ("\"expect\"", "\"limits\": { \"units\": 500, \"refused\": 3 }, \"expect\""),
    ("\"fit\": [\"linear\"", "\"fit\": [\"\\u006cinear\""),
  ])
  func isUnchangedBy(old: String, new: String) throws {
    #expect(try identity(replacing: old, with: new) == identity)
  }

  @Test func isUnchangedByTheOrderOfKeys() throws {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(Specs.small.utf8)) as? [String: Any])
    let members = try object.keys.sorted().reversed().map { key in
      let value = try JSONSerialization.data(
        withJSONObject: object[key] as Any, options: [.fragmentsAllowed, .sortedKeys])
      return "\"\(key)\": \(String(decoding: value, as: UTF8.self))"
    }
    try program.directory.write("{\(members.joined(separator: ","))}", to: "sorted.json")
    #expect(try program.identity(of: "sorted.json") == identity)
  }

  @Test func isUnchangedByThePlaceOfTheSpec() throws {
    try program.directory.write(Specs.small, to: "some/where/else.json")
    #expect(try program.identity(of: "some/where/else.json") == identity)
  }

  @Test(arguments: [
    ("[0, 90]", "[0, 90.00000000000001]"), ("[0.3, 0.5]", "[0.3, 0.5000000000000001]"),
    ("\"seed\": 7", "\"seed\": 9"), ("\"linear\", ", ""),
    ("\"grid\"", "\"cuts\": { \"galaxies\": [\"points >= 1\"] }, \"grid\""),
  ])
  func isChangedBy(old: String, new: String) throws {
    let changed = try identity(replacing: old, with: new)
    #expect(changed != identity)
    #expect(changed.count == 64)
  }

  @Test func letsASpecUnderAnotherNameTakeOverItsRun() throws {
    try program.run("run", "small.json")
    let small = try #require(program.runs().first)
    let renamed = Specs.small.replacing("\"small\"", with: "\"renamed\"")
    try program.directory.write(renamed, to: "renamed.json")
    let why = try program.run("why", "renamed.json")
    #expect(
      why.output.contains(
        "'runs/\(small)' has the same identity: 'upsilon run renamed.json' takes it over"))
    let ending = try program.run("run", "renamed.json")
    #expect(ending.status == 0)
    #expect(
      ending.output.contains(
        "done         taken over from '\(small)', which has the same identity"))
    #expect(program.runs().sorted() == ["renamed-\(identity.prefix(12))", small])
    let again = try program.run("run", "renamed.json", "--json")
    let json = try #require(try again.json as? [[String: Any]])
    #expect(json.first?["was_there"] as? Bool == true && json.first?["taken_over"] is NSNull)
    let verification = try program.run("verify", "renamed", "--recompute")
    #expect(verification.status == 0, "\(verification.output)")
    #expect(verification.output.contains("same to the bit"))
    #expect(try program.run("diff", "small", "renamed").status == 0)
  }

  @Test func isChangedByASettingOfTheCommandLine() throws {
    let same = try program.identity(of: "small.json", "--set", "grid.upsilon_disk=[0.3, 0.5]")
    #expect(same == identity)
    let changed = try program.identity(of: "small.json", "--set", "grid.upsilon_disk=[0.4]")
    #expect(changed != identity)
    let written = try identity(replacing: "[0.3, 0.5]", with: "[0.4]")
    #expect(changed == written)
  }

  @Test func comesWithTheSameBytesForAnyNumberOfJobs() throws {
    for jobs in ["1", "2", "7"] {
      #expect(try program.run("run", "small.json", "--jobs", jobs, "--runs", jobs).status == 0)
    }
    let files = try ["1", "2", "7"].map { try program.lastingFiles(in: $0) }
    #expect(files[0].count == 6)
    #expect(files[0] == files[1])
    #expect(files[0] == files[2])
    #expect(program.runs(in: "7").first?.hasSuffix(identity.prefix(12)) == true)
  }
}
