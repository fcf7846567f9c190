import Records
import Support

/// The manifest of a run held against the one that its plan makes now.
package struct RecomputedManifest: Equatable, Sendable {
  /// Where the record differs in numbers, names, statuses or units; old is what the run says.
  package let differences: [JSONDifference]
  /// Where only the wording does.
  package let wordings: [JSONDifference]

  /// Compares two manifests.
  ///
  /// What was computed anew and judged row by row is not judged again here: the content of columns
  /// of tables that moved.
  ///
  /// - Parameters:
  ///   - stored: The manifest's file as one value.
  ///   - made: The manifest that the plan makes.
  ///   - run: The manifest that was read out of the file.
  ///   - tables: The tables that were computed anew.
  init(_ stored: JSONValue, made: Manifest, of run: Manifest, _ tables: [RecomputedTable]) {
    let isOfThisEngine = run.engine == made.engine && run.rule == made.rule
    let moved = Set(tables.filter { $0.verdict != .sameToTheBit }.map(\.table))
    // What follows from engine and layout is no difference where another engine made the run.
    let passedOver = isOfThisEngine ? [] : ["manifest", "name", "identity", "engine", "spec"]
    func compared(_ value: JSONValue) -> JSONValue {
      .object(value.entries.filter { !passedOver.contains($0.key) })
    }
    var (differences, wordings) = ([JSONDifference](), [JSONDifference]())
    for found in JSONDifference.between(compared(stored), compared(made.json)) {
      switch Self.part(found, made, moved) {
      case .record: differences.append(found)
      case .vocabulary where isOfThisEngine: differences.append(found)
      case .sentence, .vocabulary: wordings.append(found)
      case .moved: break
      }
    }
    (self.differences, self.wordings) = (differences, wordings)
  }

  /// What a place of a manifest is to the record.
  private enum Part {
    case record
    /// Text that the program may put in other words.
    case sentence
    /// The words that a column may hold.
    case vocabulary
    /// The content of a table whose rows were compared.
    case moved
  }

  /// The table that a place is in; `nil` for another place.
  private static func tableName(_ keys: [Substring], _ made: Manifest) -> String? {
    guard keys.count > 2, keys[0] == "tables", let place = Int(keys[1]),
      made.tables.indices.contains(place)
    else { return nil }
    return made.tables[place].name
  }

  private static func part(
    _ found: JSONDifference, _ made: Manifest, _ moved: Set<String>
  ) -> Part {
    let keys = found.pointer.split(separator: "/")
    let isMoved = tableName(keys, made).map(moved.contains) == true
    switch keys.first {
    case "warnings": return .sentence
    case "dataset": return keys.count > 1 && keys[1] != "name" ? .sentence : .record
    case "tables" where keys.count == 3:
      // A file that is worded otherwise has another hash; its columns are judged by their digests.
      let isOfFile = ["sha256", "bytes"].contains(keys[2])
      return !isOfFile ? .record : isMoved ? .moved : .sentence
    case "tables" where keys.count > 4 && keys[2] == "columns":
      switch keys[4] {
      case "description": return .sentence
      case "words": return .vocabulary
      case "name", "kind", "unit": return .record
      default: return isMoved ? .moved : .record
      }
    default: return .record
    }
  }
}
