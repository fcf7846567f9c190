import Foundation
import TestKit
import Testing

/// Damaged input must be refused or read, and never end the program or keep it busy.
///
/// A crash ends the tests: what was printed last on standard error says which inputs of
/// which reader it happened in.
@Suite("Damaged input", .limited(minutes: FuzzSettings.minutes))
struct FuzzTests {
  /// The longest that one input may take, s.
  static let longest = Duration.seconds(1)
  /// How many inputs there are between two notes.
  private static let batch = 10_000

  @Test(arguments: FuzzTargets.all)
  func isReadOrRefused(target: FuzzTarget) {
    let count = max(1, FuzzSettings.total / FuzzTargets.all.count)
    var (found, slowest) = ([String: Int](), Duration.zero)
    for index in 0..<count {
      if index % Self.batch == 0 {
        note("\(target.name): inputs from \(index) on, seed \(FuzzSettings.seed)")
      }
      let bytes = Self.input(index, of: target)
      let clock = ContinuousClock.now
      var objection = target.objection(bytes)
      let time = clock.duration(to: .now)
      slowest = max(slowest, time)
      if time > Self.longest { objection = "it took \(time)" }
      guard let objection else { continue }
      found[objection, default: 0] += 1
      if found[objection] == 1 {
        let text = String(decoding: bytes.prefix(2000), as: UTF8.self)
        Issue.record(
          "\(target.name), input \(index), seed \(FuzzSettings.seed): \(objection)\n\(text)")
      }
    }
    note("\(target.name): \(count) inputs, the slowest took \(slowest)")
  }

  @Test func isTheSameForTheSameSeed() throws {
    let target = try #require(FuzzTargets.all.first)
    #expect(Self.input(5, of: target) == Self.input(5, of: target))
    #expect(Self.input(5, of: target) != Self.input(6, of: target))
  }

  /// The damaged text of a number.
  private static func input(_ index: Int, of target: FuzzTarget) -> [UInt8] {
    var generator = SeededGenerator(seed: UInt64(FuzzSettings.seed) << 32 &+ UInt64(index))
    return target.mutation(target.texts.drawn(by: &generator), by: &generator)
  }

  /// Writes a line at once, so that it is there when the program is not any more.
  private func note(_ text: String) {
    FileHandle.standardError.write(Data("fuzz \(text)\n".utf8))
  }
}
