import Machine
import Records

/// Writes what is remembered of runs as lines of numbers, and gathers the words they stand for.
struct NumberWriter {
  private(set) var words: [String] = []
  private(set) var lines: [UInt8] = []
  private var known: [String: Int] = [:]
  private var line: [UInt8] = []
  /// Whether every word of the line can stand in a line of its own.
  private var isWhole = true

  /// Adds a run.
  ///
  /// - Returns: `false` if it holds what cannot be written, and is left out.
  mutating func add(_ name: String, _ entry: RunIndex.Entry) -> Bool {
    (line, isWhole) = ([], true)
    write(name)
    for stamp in [entry.stamps.manifest, entry.stamps.journal, entry.stamps.spec] {
      for number in [stamp.inode, stamp.size, stamp.written, stamp.changed] { write(number) }
    }
    write(entry.facts)
    guard isWhole else { return false }
    lines += line + [0x0a]
    return true
  }

  private mutating func write(_ facts: RunFacts) {
    write(facts.experiment)
    write(facts.identity)
    write(facts.isItself ? 1 : 0)
    write(facts.engine)
    write(facts.inputs) { $0.write($1) }
    write([facts.dataset].compactMap(\.self)) { $0.write($1) }
    write(facts.question)
    write(facts.settings) { $0.write($1) }
    write(facts.hasOffsets ? 1 : 0)
    write(facts.methods) { writer, method in
      writer.write(method.family)
      writer.write(method.version)
    }
    write(facts.axes) { $0.write($1) }
    for number in [facts.galaxies, facts.points, facts.units] { write(number) }
    write(facts.tables) { $0.write($1) }
    write([facts.started].compactMap(\.self)) { $0.write($1) }
    for moment in [facts.begun, facts.finished, facts.written] {
      write([moment?.milliseconds].compactMap(\.self)) { $0.write($1) }
    }
  }

  private mutating func write(_ setting: SpecRecord.Setting) {
    write(setting.pointer)
    write(setting.value)
  }

  private mutating func write(_ count: RunFacts.Count) {
    write(count.name)
    write(count.count)
  }

  private mutating func write<Element>(
    _ list: [Element], _ body: (inout NumberWriter, Element) -> Void
  ) {
    write(list.count)
    for element in list { body(&self, element) }
  }

  private mutating func write(_ word: String) {
    guard !word.utf8.contains(0x0a) else {
      isWhole = false
      return
    }
    if let number = known[word] { return write(number) }
    known[word] = words.count
    write(words.count)
    words.append(word)
  }

  private mutating func write(_ number: Int) {
    if !line.isEmpty { line.append(0x20) }
    line += String(number).utf8
  }
}
