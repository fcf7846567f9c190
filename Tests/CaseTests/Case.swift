import TestKit

/// A part of a spec, and what is to come of it.
struct Case: Equatable {
  /// What is to come of it: a table, what is to be known of the run, or what is said of the spec.
  enum Outcome: Equatable {
    case table(CaseTable)
    /// One line for each note.
    case notes([String])
    /// One line for each diagnostic and for its advice.
    case diagnostics([String])

    static let (diagnosticsName, notesName) = ("diagnostics", "notes")

    init(heading: String, lines: [String]) {
      switch heading {
      case Self.diagnosticsName: self = .diagnostics(lines)
      case Self.notesName: self = .notes(lines)
      default: self = .table(CaseTable(heading: heading, lines: lines))
      }
    }

    var lines: [String] {
      switch self {
      case .table(let table): ["\(Case.rule) \(table.heading)"] + table.lines
      case .notes(let lines): ["\(Case.rule) \(Self.notesName)"] + lines
      case .diagnostics(let lines): ["\(Case.rule) \(Self.diagnosticsName)"] + lines
      }
    }
  }

  /// What stands before each outcome.
  static let rule = "----"
  static let keyword = "case"

  let title: String
  /// What takes the place of `…` in the spec, with `⟨…⟩` round what is wrong.
  let part: String
  let outcomes: [Outcome]

  init(title: String, part: String, outcomes: [Outcome]) {
    (self.title, self.part, self.outcomes) = (title, part, outcomes)
  }

  /// Reads the lines of a case.
  init(_ lines: [String]) {
    let part = lines.dropFirst().prefix { !$0.hasPrefix(Self.rule) }
    let groups = lines.dropFirst(1 + part.count).reduce(into: [[String]]()) { groups, line in
      if line.hasPrefix(Self.rule) { groups.append([]) }
      groups[groups.count - 1].append(line)
    }
    self.init(
      title: String(lines[0].dropFirst(Self.keyword.count).drop { $0 == " " }),
      part: part.joined(separator: "\n"),
      outcomes: groups.map { group in
        Outcome(
          heading: String(group[0].dropFirst(Self.rule.count).drop { $0 == " " }),
          lines: Array(group.dropFirst()))
      })
  }

  var lines: [String] {
    ["\(Self.keyword) \(title)"] + part.split(separator: "\n").map { String($0) }
      + outcomes.flatMap(\.lines)
  }
}
