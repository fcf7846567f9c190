package import Plans
import Specs
import Support

/// A folder in which the parts of plans lie, each a file of its own that may go anywhere.
package struct PartFolder: Sendable {
  /// What the name of a part ends with.
  private static let ending = ".part"

  package let path: String

  package init(_ path: String) {
    self.path = path
  }

  /// Where a part is once it is whole.
  package func file(of shard: Shard, of plan: Plan) -> String {
    Files.path(
      "\(plan.runName).\(shard.index)-of-\(shard.count)\(Self.ending)", from: path)
  }

  /// Where the records of a part are kept until it is whole: nobody else looks there.
  func work(on shard: Shard, of plan: Plan) -> PartialRun {
    let name = "\(plan.identity.fingerprint.short).\(shard.index)-of-\(shard.count)"
    return PartialRun(root: path, name: name)
  }

  /// The files that some paths mean: a folder stands for the parts in it.
  ///
  /// - Throws: `InputRejected` if nothing has one of the paths, ``FileError`` if a folder cannot be
  ///   read.
  package static func files(_ paths: [String]) throws -> [String] {
    let missing = paths.filter { Files.isMissing($0) }
    if !missing.isEmpty {
      throw InputRejected(
        missing.map {
          Diagnostic(
            .error, "there is no folder of parts '\($0)'",
            help: "give the folder that 'run --parts' wrote to, or one part")
        })
    }
    var files: [String] = []
    for path in paths {
      let found =
        Files.isFolder(path)
        ? try Files.names(in: path).filter { !$0.hasPrefix(".") && $0.hasSuffix(ending) }
          .map { Files.path($0, from: path) } : [path]
      files += found.filter { !files.contains($0) }
    }
    return files
  }
}
