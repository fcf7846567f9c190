package import Plans
import Steps
package import Support

/// Reads what all processes have logged about a plan, again and again.
package struct RecordReading: Sendable {
  /// How many bytes of a log are looked at together.
  private static let window = 1 << 22

  private let partial: PartialRun
  private let layout: RecordLayout
  /// What the records are of; they tell which records can be.
  private let computations: [any Computation]
  /// Up to which byte each log is read; `nil` for a log that is passed over.
  private var ends: [String: Int?] = [:]
  /// The numbers of parts into which the logs divide the plan.
  package private(set) var divisions: Set<Int> = []
  /// What was wrong with the logs.
  package private(set) var notices: [Diagnostic] = []
  /// Why logs could not be read.
  private(set) var unreadable: [FileError] = []
  /// The logs of other builds, which are passed over.
  package private(set) var foreign: [ForeignRecords] = []

  /// - Parameters:
  ///   - partial: Where the logs are.
  ///   - plan: What they are of.
  ///   - layout: What records of it look like.
  package init(_ partial: PartialRun, of plan: Plan, _ layout: RecordLayout) {
    self.partial = partial
    self.layout = layout
    computations = plan.computations
  }

  /// Takes in what has been logged since the last time.
  ///
  /// - Parameters:
  ///   - records: Receives the records.
  ///   - own: The token of this process, whose log is left out.
  /// - Returns: How many units were not known before.
  /// - Throws: ``FileError`` if the folder cannot be read; a log that cannot is passed over.
  @discardableResult
  package mutating func update(
    _ records: inout UnitRecords, but own: String? = nil
  ) throws(FileError) -> Int {
    let before = records.count
    for token in try partial.tokens(PartialRun.Ending.log) where token != own {
      let path = partial.log(token)
      // Asked before reading: of a log that nobody holds any more, all that will ever be is there.
      let isHeld = Files.hold(of: path) != .free
      do throws(FileError) {
        try follow(token, path, isHeld: isHeld, &records)
      } catch {
        if Files.isMissing(path) { continue }
        ends.updateValue(nil, forKey: token)
        unreadable.append(error)
        notice("the log '\(path)' cannot be read (\(error.reason)); its units are computed again")
      }
    }
    return records.count - before
  }

  /// Takes in what is new in a log, a window at a time.
  private mutating func follow(
    _ token: String, _ path: String, isHeld: Bool, _ records: inout UnitRecords
  ) throws(FileError) {
    var window = Self.window
    while let start = ends[token, default: 0] {
      let bytes = try Files.part(of: path, from: start, count: window)
      let hasMore = bytes.count == window
      let words = RecordWords(bytes)
      guard words.count > 0 else { return }
      // What a window cuts off is not torn.
      ends.updateValue(
        take(words, from: start, of: path, isHeld: isHeld || hasMore, &records), forKey: token)
      guard hasMore else { return }
      if ends[token] == start { window *= 2 }
    }
  }

  /// Takes in the words of a log from a byte on.
  ///
  /// - Returns: Up to which byte the log is read now; `nil` if it is passed over.
  private mutating func take(
    _ words: RecordWords, from start: Int, of path: String, isHeld: Bool,
    _ records: inout UnitRecords
  ) -> Int? {
    var first = 0
    if start == 0 {
      switch RecordLogHead.read(words) {
      case .known(let head) where head.layout == layout:
        divisions.insert(head.shard.count)
        first = RecordLogHead.length(layout)
      case .known(let head) where head.layout.isOfAnotherBuild(than: layout):
        let found = ForeignRecords(path: path, shard: head.shard, build: head.layout.build)
        foreign.append(found)
        notice("\(found.summary); they are not used")
        return nil
      case .known, .foreign:
        notice("the log '\(path)' belongs to another plan or version; it is passed over")
        return nil
      case .damaged where isHeld && words.count < RecordLogHead.length(layout): return 0
      case .damaged: notice("the head of the log '\(path)' is damaged; whole records are used")
      }
    }
    var (blocks, gaps, end) = RecordBlock.all(in: words, from: first, layout)
    // A damaged head is told of already.
    if start == 0, first == 0, !blocks.isEmpty { gaps -= 1 }
    for block in blocks {
      if block.isPossible(in: words, of: computations, layout) {
        records.take(
          block.piece.computation,
          at: RecordPlace(log: path, offset: start + 8 * block.start, units: block.piece.units))
      } else {
        gaps += 1
      }
    }
    if gaps > 0 {
      let places = gaps == 1 ? "in one place" : "in \(gaps) places"
      notice("the log '\(path)' is damaged \(places); the units there are computed again")
    }
    if end < words.count || !words.isWhole, !isHeld, start + end > 0 {
      // The system writes page by page: a kill may come between two.
      notice("the log '\(path)' ends within a block; the units there are computed again")
    }
    return start + 8 * end
  }

  private mutating func notice(_ message: String) {
    let notice = Diagnostic(.warning, message)
    if !notices.contains(notice) { notices.append(notice) }
  }
}
