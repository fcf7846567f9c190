import Console
import Runs

extension Shard: ArgumentValue {
  static let expectation = "a part such as 2/7, from 1/7 to 7/7"

  var argument: String { self == .whole ? "" : description }

  init?(argument: String) {
    self.init(argument)
  }
}
