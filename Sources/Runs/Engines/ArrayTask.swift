import Support

/// What one engine says of the process that it has started.
struct ArrayTask: Sendable {
  let engine: ArrayEngine
  /// The variables that are set, in the order of the engine.
  let told: [(name: String, word: String)]

  /// Why what an engine says is no part.
  struct Objection: Error {
    let message: String
    let help: String
  }

  /// What it says in the words of the environment.
  var words: String {
    told.map { "\($0.name)=\($0.word)" }.joined(separator: " ")
  }

  /// Whether it has started one process only, and so deals nothing out.
  var isAlone: Bool {
    guard case .size(let size) = engine.extent else { return false }
    return word(size) == "1"
  }

  /// The part that it means.
  ///
  /// - Parameter wanted: How many parts there are, if the user has said so.
  /// - Throws: ``Objection`` if it is not told, or what is told contradicts itself.
  /// - Returns: The part.
  func shard(of wanted: Int?) throws(Objection) -> Shard {
    guard let index = try number(engine.index) else {
      throw objection("\(engine.index) is missing", "give the part itself, as in 2/7")
    }
    switch engine.extent {
    case .range(let first, let last, let step, let count):
      return try shard(
        index, from: try number(first), through: try number(last), by: try number(step) ?? 1,
        count: try count.map { name throws(Objection) in try number(name) } ?? nil, of: wanted)
    case .size(let size):
      let told = try number(size)
      if let told, let wanted, told != wanted {
        throw objection("\(told) processes are not \(wanted) parts", "start as many as there are")
      }
      return try shard(index + 1, among: told ?? wanted)
    case .untold: return try shard(index, among: wanted)
    }
  }

  /// The part of a process of an array.
  private func shard(
    _ index: Int, from first: Int?, through last: Int?, by step: Int, count: Int?, of wanted: Int?
  ) throws(Objection) -> Shard {
    guard let first, let last else { return try shard(index, among: wanted) }
    guard step > 0, first <= index, index <= last, (index - first) % step == 0 else {
      throw objection("its numbers contradict each other", "give the part itself, as in 2/7")
    }
    let size = (last - first) / step + 1
    // A list has fewer numbers than its range.
    let isWhole = count.map { $0 == size } ?? true
    if let wanted {
      let isOfAll = isWhole && size == wanted
      return try shard(isOfAll ? (index - first) / step + 1 : index, among: wanted)
    }
    guard isWhole, first <= 1 else {
      throw objection(
        isWhole
          ? "numbers from \(first) on may be some of more parts"
          : "\(count ?? size) numbers from \(first) to \(last) are some of more parts",
        "say of how many: --shard env/N, with numbers from 1 to N")
    }
    return try shard((index - first) / step + 1, among: size)
  }

  private func shard(_ index: Int, among count: Int?) throws(Objection) -> Shard {
    guard let count else {
      throw objection(
        "it does not say how many parts there are", "say of how many: --shard env/N")
    }
    guard let shard = Shard(index, of: count) else {
      throw objection(
        "there is no part \(index) of \(count)", "let the numbers go from 1 to \(count)")
    }
    return shard
  }

  private func word(_ name: String) -> String? {
    told.first { $0.name == name }?.word
  }

  /// The number in a variable; `nil` if it is not set.
  private func number(_ name: String) throws(Objection) -> Int? {
    guard let word = word(name) else { return nil }
    guard word.utf8.allSatisfy(\.isDigit), let number = Int(word), number < Int.max / 2 else {
      throw objection("\(name) is no number", "give the part itself, as in 2/7")
    }
    return number
  }

  private func objection(_ reason: String, _ help: String) -> Objection {
    Objection(message: "\(engine.name) says \(words): \(reason)", help: help)
  }
}
