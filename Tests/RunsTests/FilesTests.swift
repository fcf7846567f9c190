import Foundation
import Runs
import TestKit
import Testing

@Suite("Files", .limited)
struct FilesTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func path(_ name: String) -> String { "\(directory.path)/\(name)" }

  @Test func readWhatWasWritten() throws {
    let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Files.replace(path("a"), with: bytes)
    #expect(try Files.read(path("a")) == bytes)
    #expect(try Files.size(of: path("a")) == bytes.count)
    try Files.replace(path("a"), with: [])
    #expect(try Files.read(path("a")).isEmpty)
  }

  /// What runs share counts once in all.
  @Test func countAFileOfSeveralNamesInParts() throws {
    for folder in ["a", "b"] { try Files.makeFolder(path(folder)) }
    try Files.replace(path("a/one"), with: Array(repeating: 1, count: 1000))
    try Files.replace(path("a/two"), with: Array(repeating: 1, count: 10))
    try FileManager.default.linkItem(atPath: path("a/one"), toPath: path("b/one"))
    #expect(Files.totalSize(of: path("a")) == 510)
    #expect(Files.totalSize(of: path("b")) == 500)
    #expect(Files.totalSize(of: directory.path) == 1010)
  }

  @Test func nameAMissingFile() {
    #expect(throws: FileError("read", path("none"), "no such file or directory")) {
      try Files.read(path("none"))
    }
  }

  @Test func nameAFolderInPlaceOfAFile() {
    #expect(throws: FileError.refusal("read", directory.path, "it is a folder")) {
      try Files.read(directory.path)
    }
    #expect(throws: FileError("write", directory.path, "a folder is in the way")) {
      try Files.replace(directory.path, with: [1])
    }
  }

  // As root every folder can be written to, so a path below a file stands for one that cannot.
  @Test func nameAPathBelowAFile() throws {
    try directory.write("x", to: "file")
    let below = path("file/below")
    #expect(throws: FileError("read", below, "not a directory")) { try Files.read(below) }
    #expect(throws: FileError("write", below, "not a directory")) {
      try Files.replace(below, with: [1])
    }
    #expect(throws: FileError("list", path("file"), "not a directory")) {
      try Files.names(in: path("file"))
    }
    #expect(throws: FileError("make folder", path("file"), "a file is in the way")) {
      try Files.makeFolder(below)
    }
  }

  @Test func describeFailuresInOneLine() {
    let error = FileError("write", "runs/a", "no space left on device")
    #expect("\(error)" == "cannot write 'runs/a': no space left on device")
  }

  @Test func sortNamesByTheirBytes() throws {
    for name in ["b", "a", "Z", "é", ".hidden"] { try directory.write("", to: name) }
    #expect(try Files.names(in: directory.path) == [".hidden", "Z", "a", "b", "é"])
  }

  @Test func renameOnlyToAFreeName() throws {
    try directory.write("1", to: "one/file")
    try directory.write("2", to: "two/file")
    #expect(try !Files.rename(path("one"), to: path("two")))
    #expect(try directory.read("two/file") == "2")
    #expect(try Files.rename(path("one"), to: path("three")))
    #expect(try directory.read("three/file") == "1")
  }

  @Test func removeFoldersAndWhatIsInThemButNotBehindLinks() throws {
    try directory.write("1", to: "kept/file")
    try directory.write("1", to: "gone/a/b/file")
    try FileManager.default.createSymbolicLink(
      atPath: path("gone/link"), withDestinationPath: path("kept"))
    try Files.remove(path("gone"))
    try Files.remove(path("gone"))
    #expect(try Files.names(in: directory.path) == ["kept"])
    #expect(try directory.read("kept/file") == "1")
  }

  @Test(arguments: [
    ("a/b/c", "a/b", "c"), ("a", ".", "a"), ("/a", "/", "a"), ("a/b/", "a", "b"),
  ])
  func takePathsApart(path: String, parent: String, name: String) {
    #expect(Files.parent(of: path) == parent)
    #expect(Files.name(of: path) == name)
  }

  @Test(arguments: [("x", "f", "f/x"), ("/x", "f", "/x"), ("x", ".", "x"), ("../x", "f", "f/../x")])
  func seeAPathFromAFolder(path: String, folder: String, seen: String) {
    #expect(Files.path(path, from: folder) == seen)
  }
}
