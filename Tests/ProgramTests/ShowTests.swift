import Foundation
import TestKit
import Testing

@Suite("A table that is shown", .limited)
struct ShowTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.directory.write(Specs.small, to: "small.json")
    try program.run("run", "small.json")
  }

  private func rows(_ words: String...) throws -> [[String: Any]] {
    let ending = try program.run(["show", "small", "fits", "--json"] + words)
    #expect(ending.status == 0, "\(ending.messages)")
    return try #require(try ending.json as? [[String: Any]])
  }

  @Test func isSortedBothWays() throws {
    let rising = try rows("--sort", "chi2").compactMap { $0["chi2"] as? Double }
    #expect(rising.count == 16)
    #expect(rising == rising.sorted())
    let falling = try rows("--sort", "-chi2").compactMap { $0["chi2"] as? Double }
    #expect(falling == rising.reversed())
    #expect(try rows("--sort=-chi2").compactMap { $0["chi2"] as? Double } == falling)
  }

  @Test func sortsWordsByTheirLettersAndKeepsTheOrderOfEqualRows() throws {
    let falling = try rows("--sort", "-model")
    #expect(falling.prefix(8).allSatisfy { $0["model"] as? String == "rational-taper" })
    #expect(falling.first?["galaxy"] as? String == "Mock0001")
    #expect(falling.last?["model"] as? String == "linear")
  }

  @Test func hasRowsWithoutAValueLast() throws {
    for order in ["r_t", "-r_t"] {
      let radii = try rows("--sort", order).map { $0["r_t"] }
      #expect(radii.prefix(8).allSatisfy { $0 is Double }, "\(order)")
      #expect(radii.suffix(8).allSatisfy { $0 is NSNull }, "\(order)")
    }
  }

  @Test func hasColumnsOfTablesThatJoin() throws {
    let found = try rows(
      "--columns", "galaxy,galaxies.distance,r_disk", "--where", "galaxies.points > 0",
      "--sort", "-galaxies.distance")
    #expect(Set(found[0].keys) == ["galaxy", "galaxies.distance", "r_disk"])
    let distances = found.compactMap { $0["galaxies.distance"] as? Double }
    #expect(distances.count == 16)
    #expect(distances == distances.sorted(by: >))
    let text = try program.run("show", "small", "fits", "--columns", "galaxy,galaxies.distance")
    #expect(text.output.contains("Mpc"))
  }

  @Test func hasEveryColumnWhereThatIsAskedFor() throws {
    let whole = try program.run("show", "small", "fits", "--all-columns").output
    let heading = try #require(whole.split(separator: "\n").first)
    for column in ["upsilon_bulge", "replaced_errors", "reason"] {
      #expect(heading.contains(column))
    }
    #expect(!whole.contains("not shown"))
  }

  @Test func tellsEveryMistake() throws {
    let ending = try program.run(
      "show", "small", "fits", "--sort", "ch2", "--where", "galaxies.dist > 1", "--columns", "x")
    #expect(ending.status == 2)
    for word in ["'ch2'", "'galaxies.dist'", "no column 'x'"] {
      #expect(ending.messages.contains(word))
    }
    let both = try program.run("show", "small", "fits", "--columns", "k", "--all-columns")
    #expect(both.status == 2)
    let alone = try program.run("show", "small", "--sort", "chi2")
    #expect(alone.messages.contains("'--sort' needs a table to look into"))
  }
}
