package import Support

/// Which part of a plan a process is to compute, as it is asked for.
package enum ShardRequest: Hashable, Sendable {
  /// This part.
  case part(Shard)
  /// The part that the engine which started the process means, of so many if that is said.
  case environment(of: Int?)

  private static let word = "env"

  /// Reads a request as it is written: `2/7`, `env`, `env/7`.
  package init?(_ text: String) {
    if let shard = Shard(text) {
      self = .part(shard)
    } else if text == Self.word {
      self = .environment(of: nil)
    } else if text.hasPrefix("\(Self.word)/"),
      let first = Shard("1\(text.dropFirst(Self.word.count))")
    {
      self = .environment(of: first.count)
    } else {
      return nil
    }
  }

  /// The part that is meant.
  ///
  /// - Parameter environment: The variables of the process.
  /// - Throws: `InputRejected` if no engine says which part, one contradicts itself, or two say
  ///   different things.
  /// - Returns: The part.
  package func shard(in environment: [String: String]) throws(InputRejected) -> Shard {
    let wanted: Int?
    switch self {
    case .part(let shard): return shard
    case .environment(let count): wanted = count
    }
    let all = ArrayEngine.all.compactMap { $0.task(in: environment) }
    // Who has started one process deals nothing out, as long as somebody else does.
    let dealing = all.filter { !$0.isAlone }
    let tasks = dealing.isEmpty ? all : dealing
    guard !tasks.isEmpty else {
      throw InputRejected(
        "no engine says which part this is",
        help: "'--shard env' reads what Slurm, Grid Engine, MPI, HTCondor and GNU parallel set")
    }
    var (found, objections): ([(task: ArrayTask, shard: Shard)], [Diagnostic]) = ([], [])
    for task in tasks {
      do throws(ArrayTask.Objection) {
        found.append((task, try task.shard(of: wanted)))
      } catch {
        objections.append(Diagnostic(.error, error.message, help: error.help))
      }
    }
    if !objections.isEmpty { throw InputRejected(objections) }
    guard let first = found.first, found.allSatisfy({ $0.shard == first.shard }) else {
      let words = found.map { "\($0.task.engine.name) \($0.shard) (\($0.task.words))" }
      throw InputRejected(
        "engines say different parts: \(words.joined(separator: ", "))",
        help: "give the part itself, as in 2/7")
    }
    return first.shard
  }
}

extension ShardRequest: CustomStringConvertible {
  package var description: String {
    switch self {
    case .part(let shard): shard.description
    case .environment(nil): Self.word
    case .environment(let count?): "\(Self.word)/\(count)"
    }
  }
}
