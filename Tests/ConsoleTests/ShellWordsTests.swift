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

  @Test(arguments: [
    "plain", "", "a b", "it's", "say \"so\"", "$HOME", "back`tick", "!", "a\\b", "*", "~", "é",
    "#1",
    "it's $5 \"net\"", "-x", "a=b,c:d/e.f",
  ])
  func areQuotedSoThatTheyReadBack(word: String) {
    #expect(word.asShellWord.shellWords == [word])
    #expect("a \(word.asShellWord) b".shellWords == ["a", word, "b"])
  }

  @Test func areQuotedOnlyWhereTheyHaveTo() {
    #expect("runs/a-1.json".asShellWord == "runs/a-1.json")
    #expect("a b".asShellWord == "\"a b\"")
    #expect("$a".asShellWord == "'$a'")
  }
}
