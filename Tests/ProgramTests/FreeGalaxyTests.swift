import TestKit
import Testing

@Suite("A free galaxy", .limited)
struct FreeGalaxyTests {
  private let program: Program

  init() throws {
    program = try Program()
    let free = Specs.small.replacing(
      #""rational-taper": { "omega": [0, 90] } }"#,
      with: #""upsilon_gas": [0.8, 1.2] }, "priors": { "distance": "catalogue", "#
        + #""rational-taper": { "r_t": { "lognormal": { "median": "2 * r_disk", "dex": 0.3 } } } }"#
    )
    try program.directory.write(free, to: "free.json")
  }

  @Test func isToldOfByThePlan() throws {
    let ending = try program.run("plan", "free.json")
    #expect(ending.status == 0, "\(ending.messages)")
    for line in [
      "  free         upsilon_gas: 0.8 to 1.2",
      "  free         distance: 0.001 to 10000, prior of the catalogue",
      "  prior        rational-taper r_t: 0.1 to 50, prior lognormal 2 * r_disk ± 0.3 dex",
      "  method       posterior: v1_maximum_posterior",
    ] {
      #expect(ending.output.contains(line), "\(line)")
    }
  }

  @Test func isNotToldFreeWhereItIsFixed() throws {
    let bounds = #"bounds={"upsilon_gas": [1.1, 1.1], "inclination": ["60", "60"]}"#
    let priors = #"priors={"distance": {"normal": {"mean": "1.01 * distance", "sigma": 0}}}"#
    let ending = try program.run("plan", "free.json", "--set", bounds, "--set", priors)
    #expect(ending.status == 0, "\(ending.messages)")
    for line in ["upsilon_gas: 1.1", "distance: 1.01 * distance", "inclination: 60"] {
      #expect(ending.output.contains("  fixed        \(line)\n"), "\(line)")
    }
    #expect(!ending.output.contains("  free "))
    let check = try program.run("check", "free.json", "--set", bounds, "--set", priors)
    #expect(check.output.contains("= 16 units\n"))
  }

  @Test func isToldOfByCheckAndModels() throws {
    let check = try program.run("check", "free.json")
    #expect(check.output.contains("= 16 units, upsilon_gas, distance free"))
    let models = try program.run("models")
    #expect(models.output.contains("quantities of the galaxy"))
    #expect(models.output.contains("inclination"))
    #expect(!(try program.run("models", "linear")).output.contains("quantities of the galaxy"))
  }

  @Test func leavesATableOfWhatTheDataSay() throws {
    try program.run("run", "free.json")
    let table = try program.run("show", "small", "information", "--rows", "3")
    #expect(table.output.contains("prior_width"))
  }
}
