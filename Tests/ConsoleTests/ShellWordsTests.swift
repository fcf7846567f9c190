import Console
import TestKit
import Testing

@Suite("Shell words", .limited)
struct ShellWordsTests {
  static let cases: [(line: String, words: [String])] = [
    ("", []),
    ("  ", []),
    ("a  b ", ["a", "b"]),
    ("--set 'a=[1, 2]'", ["--set", "a=[1, 2]"]),
    ("--set=\"a b\"c", ["--set=a bc"]),
    ("'' \"\"", ["", ""]),
    (#"a\ b '\' "\"""#, ["a b", #"\"#, "\""]),
    (#""it's" 'a "b"'"#, ["it's", #"a "b""#]),
  ]

  @Test(arguments: cases)
  func areWhatAShellMakesOfALine(line: String, words: [String]) {
    #expect(line.shellWords == words)
  }
}
