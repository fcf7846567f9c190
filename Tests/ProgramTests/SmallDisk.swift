import Foundation
import TestKit

/// A disk of a few kilobytes in memory, which goes with the last reference to it.
final class SmallDisk {
  private let path: String

  init(at path: String, kilobytes: Int = 16) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    self.path = path
    guard Self.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path) else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  deinit {
    _ = Self.run("umount", path)
  }

  /// Mounts the disk anew with another option, such as `size=1m` or `ro`.
  func change(_ option: String) throws {
    guard Self.run("mount", "-o", "remount,\(option)", path) else {
      throw CocoaError(.fileWriteUnknown)
    }
  }

  static let canBeMade: Bool = {
    guard let folder = try? TemporaryDirectory() else { return false }
    return (try? SmallDisk(at: "\(folder.path)/disk")) != nil
  }()

  private static func run(_ words: String...) -> Bool {
    (try? ChildProgram.run(words).status) == 0
  }
}
