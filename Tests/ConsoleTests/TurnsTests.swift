import Console
import Dispatch
import TestKit
import Testing

@Suite("Turns", .limited)
struct TurnsTests {
  private let turns = Turns()
  private let said = Gathered<String>()

  private func say(_ task: Int, _ word: String) {
    turns.say(task) { [said] in said.append(word) }
  }

  @Test func keepsWordsUntilTheTurnComes() {
    say(1, "second")
    say(0, "first")
    #expect(said.all == ["first"])
    #expect(turns.isTurn(of: 0) && !turns.isTurn(of: 1))
    turns.end(0)
    #expect(said.all == ["first", "second"])
    say(1, "at once")
    #expect(said.all == ["first", "second", "at once"])
    #expect(turns.isTurn(of: 1))
  }

  @Test func passesOverThoseThatHaveEnded() {
    say(2, "third")
    turns.end(2)
    turns.end(1)
    say(0, "first")
    #expect(said.all == ["first"])
    turns.end(0)
    #expect(said.all == ["first", "third"])
    #expect(turns.isTurn(of: 3))
  }

  @Test func speaksInOrderWhoeverIsFaster() {
    DispatchQueue.concurrentPerform(iterations: 200) { task in
      say(task, "\(task) begins")
      say(task, "\(task) ends")
      turns.end(task)
    }
    #expect(said.all == (0..<200).flatMap { ["\($0) begins", "\($0) ends"] })
  }
}
