import Machine
import Records
import Support

/// Reads lines of numbers, and the words they stand for.
struct NumberReader {
  private let bytes: [UInt8]
  private var offset: Int
  private var words: [String] = []

  init(_ bytes: [UInt8], from offset: Int) {
    (self.bytes, self.offset) = (bytes, offset)
  }

  var isAtEnd: Bool { offset >= bytes.count }

  /// Reads the words in front of the lines.
  ///
  /// - Returns: `false` if they are not all there.
  mutating func readWords() -> Bool {
    guard let count = number(), count >= 0, count <= bytes.count else { return false }
    words.reserveCapacity(count)
    while words.count < count {
      guard let end = bytes[offset...].firstIndex(of: 0x0a) else { return false }
      words.append(String(decoding: bytes[offset..<end], as: UTF8.self))
      offset = end + 1
    }
    return true
  }

  /// The next run; `nil` if its line is not what was written.
  mutating func entry() -> (name: String, entry: RunIndex.Entry)? {
    guard let name = word(), let manifest = stamp(), let journal = stamp(), let spec = stamp(),
      let facts = facts()
    else { return nil }
    let stamps = RunStamps(manifest: manifest, journal: journal, spec: spec)
    return (name, RunIndex.Entry(stamps: stamps, facts: facts))
  }

  private mutating func stamp() -> FileStamp? {
    guard let inode = number(), let size = number(), let written = number(),
      let changed = number()
    else { return nil }
    return FileStamp(inode: inode, size: size, written: written, changed: changed)
  }

  private mutating func facts() -> RunFacts? {
    guard let experiment = word(), let identity = word(), let isItself = number(),
      let engine = number(), let inputs = list({ $0.setting() }), let dataset = list({ $0.word() }),
      let question = word(), let settings = list({ $0.setting() }), let hasOffsets = number(),
      let methods = list({ $0.method() }), let axes = list({ $0.count() }),
      let galaxies = number(), let points = number(), let units = number(),
      let tables = list({ $0.count() }), let started = list({ $0.word() }), let begun = moment(),
      let finished = moment(), let written = moment()
    else { return nil }
    return RunFacts(
      experiment: experiment, identity: identity, isItself: isItself == 1, engine: engine,
      inputs: inputs, dataset: dataset.first, question: question, settings: settings,
      hasOffsets: hasOffsets == 1, methods: methods, axes: axes, galaxies: galaxies,
      points: points, units: units, tables: tables, started: started.first, begun: begun.first,
      finished: finished.first, written: written.first)
  }

  private mutating func setting() -> SpecRecord.Setting? {
    guard let pointer = word(), let value = word() else { return nil }
    return SpecRecord.Setting(pointer: pointer, value: value)
  }

  private mutating func method() -> SpecRecord.Method? {
    guard let family = word(), let version = word() else { return nil }
    return SpecRecord.Method(family: family, version: version)
  }

  private mutating func count() -> RunFacts.Count? {
    guard let name = word(), let count = number() else { return nil }
    return RunFacts.Count(name: name, count: count)
  }

  /// A moment, or none, as a list of at most one.
  private mutating func moment() -> [Moment]? {
    list { reader in reader.number().map { Moment(milliseconds: $0) } }
  }

  private mutating func list<Element>(
    _ element: (inout NumberReader) -> Element?
  ) -> [Element]? {
    guard let count = number(), count >= 0, count <= bytes.count else { return nil }
    var list: [Element] = []
    list.reserveCapacity(count)
    for _ in 0..<count {
      guard let next = element(&self) else { return nil }
      list.append(next)
    }
    return list
  }

  private mutating func word() -> String? {
    guard let number = number(), words.indices.contains(number) else { return nil }
    return words[number]
  }

  /// The next number and the one byte behind it.
  private mutating func number() -> Int? {
    let isNegative = offset < bytes.count && bytes[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    let start = offset
    var value = 0
    while offset < bytes.count, bytes[offset].isDigit {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int(bytes[offset] - UInt8(ascii: "0")))
      if overflow || carry { return nil }
      value = sum
      offset += 1
    }
    guard offset > start, offset < bytes.count else { return nil }
    offset += 1
    return isNegative ? -value : value
  }
}
