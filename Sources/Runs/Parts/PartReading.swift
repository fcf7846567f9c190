package import Plans
import Steps
package import Support

/// Reads parts of a plan, and tells what each file turned out to be.
package struct PartReading: Sendable {
  /// How many bytes of a part are looked at together.
  private static let window = 1 << 22

  private let layout: RecordLayout
  private let computations: [any Computation]
  /// What was found, in the order of reading.
  package private(set) var findings: [PartFinding] = []

  /// - Parameters:
  ///   - plan: What the parts are of.
  ///   - layout: What records of it look like.
  package init(of plan: Plan, _ layout: RecordLayout) {
    self.layout = layout
    computations = plan.computations
  }

  /// The numbers of parts into which the plan was divided.
  package var divisions: Set<Int> {
    Set(findings.filter(\.isOfThePlan).compactMap { $0.shard?.count })
  }

  /// What is to be known of the files, in the order of reading; of another spec one sentence where
  /// there are many.
  package var notices: [Diagnostic] {
    var told: Set<String> = []
    return findings.compactMap { finding in
      guard case .ofAnotherSpec(let identity) = finding.state else { return finding.notice }
      let count = findings.count { $0.state == finding.state }
      guard count > Self.fewParts else { return finding.notice }
      guard told.insert(identity).inserted else { return nil }
      return Diagnostic(
        .warning,
        "\(count) parts, '\(finding.path)' and others, are of another spec or other data, "
          + "\(identity.prefix(12)); they are not used")
    }
  }

  /// How many parts of another spec are told one by one.
  private static let fewParts = 3

  /// Forgets what was found of other plans.
  mutating func leaveOut(partsOf identities: Set<String>) {
    findings.removeAll { finding in
      guard case .ofAnotherSpec(let identity) = finding.state else { return false }
      return identities.contains(identity)
    }
  }

  /// Why a part could not be read.
  var failure: FileError? {
    findings.lazy.compactMap { finding in
      if case .unreadable(let error) = finding.state { error } else { nil }
    }.first
  }

  /// Reads a part, and notes what it is.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - records: Receives the records that can be used.
  package mutating func read(_ path: String, _ records: inout UnitRecords) {
    let before = records.count
    var (shard, state) = (Shard?.none, PartState.noPart)
    do throws(FileError) {
      (shard, state) = try follow(path, &records)
    } catch {
      state = .unreadable(error)
    }
    let new = records.count - before
    if state == .whole, new == 0,
      let other = findings.first(where: { $0.shard == shard && $0.state == .whole })
    {
      state = .again(as: other.path)
    }
    findings.append(PartFinding(path: path, shard: shard, units: new, state: state))
  }

  /// Takes in what stands in a part, a window at a time.
  private func follow(
    _ path: String, _ records: inout UnitRecords
  ) throws(FileError) -> (shard: Shard?, state: PartState) {
    let file = try OpenFile(path)
    var (start, window, first) = (0, Self.window, 0)
    var (head, gaps, seal) = (RecordLogHead?.none, 0, PartSeal?.none)
    var (isBegun, found) = (false, 0)
    while true {
      let bytes = try file.bytes(from: start, count: window)
      let hasMore = bytes.count == window
      let words = RecordWords(bytes)
      if !isBegun {
        switch RecordLogHead.read(words) {
        case .known(let known) where known.layout == layout:
          (head, seal) = (known, PartSeal(known))
          first = RecordLogHead.length(layout)
        case .known(let known): return (known.shard, refusal(of: known.layout))
        case .foreign: return (nil, .ofAnotherVersion)
        // Whole records are used all the same.
        case .damaged: gaps = 1
        }
        isBegun = true
      }
      let read = RecordBlock.all(in: words, from: first, layout)
      gaps += read.gaps - (head == nil && found == 0 && !read.blocks.isEmpty ? 1 : 0)
      found += read.blocks.count
      for block in read.blocks {
        seal?.add(words[block.span.upperBound], units: block.piece.units.count)
        if block.isPossible(in: words, of: computations, layout) {
          records.take(
            block.piece.computation,
            at: RecordPlace(
              log: path, offset: start + 8 * block.start, units: block.piece.units))
        } else {
          gaps += 1
        }
      }
      if hasMore {
        // A block that is larger than a window needs a larger one.
        if read.end == 0 { window *= 2 }
        start += 8 * read.end
        first = 0
        continue
      }
      guard let seal, let head else { return (nil, found == 0 ? .noPart : .damaged(places: gaps)) }
      if gaps == 0, seal.ends(words, from: read.end) { return (head.shard, .whole) }
      let isSealed =
        PartSeal.begins(at: read.end, of: words) && words.count - read.end >= PartSeal.length
      return (
        head.shard, gaps > 0 || isSealed ? .damaged(places: max(1, gaps)) : .cutShort
      )
    }
  }

  /// Why records of a layout are not used.
  private func refusal(of other: RecordLayout) -> PartState {
    if other.identity != layout.identity { return .ofAnotherSpec(identity: other.identity) }
    return other.build == layout.build ? .ofAnotherLayout : .ofAnotherBuild(other.build)
  }
}

extension PartFinding {
  /// Whether records of it can be used.
  var isOfThePlan: Bool {
    switch state {
    case .whole, .again, .cutShort, .damaged: true
    case .ofAnotherSpec, .ofAnotherBuild, .ofAnotherLayout, .ofAnotherVersion, .noPart,
      .unreadable:
      false
    }
  }
}
