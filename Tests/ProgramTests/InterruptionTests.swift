import TestKit
import Testing

@Suite("Interruption")
struct InterruptionTests {
  @Test func stopsALargeSweepAndLeavesNothing() throws {
    let program = try Program()
    try program.directory.write(Specs.large, to: "large.json")
    let ending = try program.run("run", "large.json", interruptingAfter: 1.5)
    #expect(ending.status == 130, "as a shell says of a program that an interrupt ended")
    #expect(ending.messages.contains("interrupted after "))
    #expect(ending.messages.contains(" of 840,500 units; nothing was published"))
    // It is less than a second on an idle machine; other tests may run at the same time.
    #expect(ending.seconds < 4)
    #expect(program.runs().isEmpty)
    #expect(program.listing == ["large.json"])
  }
}
