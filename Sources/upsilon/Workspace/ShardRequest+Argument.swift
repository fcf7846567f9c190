import Console
import Machine
import Runs
import Support

extension ShardRequest: ArgumentValue {
  static let expectation = "a part such as 2/7, from 1/7 to 7/7, or env or env/7"

  var argument: String { self == .part(.whole) ? "" : description }

  init?(argument: String) {
    self.init(argument)
  }

  /// The part that is meant, asking the engine that started this process where need be.
  ///
  /// - Throws: `InputRejected` if no engine says which one, `FileError` if the file cannot be read
  ///   to which HTCondor points.
  func shardHere() throws -> Shard {
    var variables = Host.environment
    if case .environment = self, let path = variables[CondorJob.variable], !path.isEmpty {
      let text = String(decoding: try Files.read(path), as: UTF8.self)
      variables.merge(CondorJob.variables(text)) { _, told in told }
    }
    return try shard(in: variables)
  }
}
