import Foundation
import TestKit

/// A command as a page of the book has it, with what it prints there.
///
/// Blocks of the language `console` hold them: a line that begins with `$ `, the lines of a text
/// that it is given (up to `END`), and its output. In an output `…` stands for anything, and on a
/// line of its own for any number of lines; the digits of a hash stand for those of any hash.
struct BookCommand: Sendable {
  var words: String
  var output: [Substring] = []

  /// The commands of a page, in their order.
  static func all(of page: String) -> [BookCommand] {
    var commands: [BookCommand] = []
    var (isConsole, isInput) = (false, false)
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
      } else if isConsole, isInput, !commands.isEmpty {
        commands[commands.count - 1].words += "\n\(line)"
        isInput = line != "END"
      } else if isConsole, line.hasPrefix("$ ") {
        commands.append(BookCommand(words: String(line.dropFirst(2))))
        isInput = line.hasSuffix("<<'END'")
      } else if isConsole, !commands.isEmpty {
        commands[commands.count - 1].output.append(line)
      }
    }
    return commands
  }

  /// Whether the command printed what the page says.
  func fits(_ printed: String) -> Bool {
    let lines = Self.trimmed(printed.split(separator: "\n", omittingEmptySubsequences: false))
    return Self.fit(Self.trimmed(output)[...], lines[...])
  }

  /// Lines without blanks at their ends and empty ones at the end.
  private static func trimmed(_ lines: [Substring]) -> [String] {
    var all = lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return String(line).replacing(/[0-9a-f]{12}([0-9a-f]{52})?/, with: "#")
    }
    while all.last == "" { all.removeLast() }
    return all
  }

  private static func fit(_ expected: ArraySlice<String>, _ found: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return found.isEmpty }
    if first == "…" {
      return (found.startIndex...found.endIndex).contains {
        fit(expected.dropFirst(), found[$0...])
      }
    }
    guard let line = found.first, isLike(first, line) else { return false }
    return fit(expected.dropFirst(), found.dropFirst())
  }

  private static func isLike(_ expected: String, _ line: String) -> Bool {
    let parts = expected.split(separator: "…", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, let last = parts.last else {
      return expected == line
    }
    var rest = line[...]
    guard rest.hasPrefix(first) else { return false }
    rest = rest.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
