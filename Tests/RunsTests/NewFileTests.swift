import Foundation
import Runs
import TestKit
import Testing

@Suite("A new file", .limited)
struct NewFileTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private var path: String { "\(directory.path)/a.json" }
  private func names() throws -> [String] { try Files.names(in: directory.path) }

  @Test func hasItsNameOnlyWhenItIsWhole() throws {
    let file = try NewFile(at: path)
    try file.append(Array("one ".utf8))
    #expect(try names() == [Files.name(of: file.part)])
    #expect(TemporaryName.isTemporary(Files.name(of: file.part)))
    #expect(Files.hold(of: file.part) == .held)
    try file.append(Array("two".utf8))
    try file.replace()
    #expect(try directory.read("a.json") == "one two")
    #expect(try names() == ["a.json"])
  }

  @Test func leavesNothingWhereItIsGivenUp() throws {
    for end in [{ (file: NewFile) in file.abandon() }, { _ in }] {
      end(try NewFile(at: path))
      #expect(try names() == [])
    }
  }

  @Test func takesAFreeNameOnly() throws {
    #expect(try NewFile(at: path).take())
    #expect(try names() == ["a.json"])
    try directory.write("kept", to: "a.json")
    #expect(try !NewFile(at: path).take())
    #expect(try directory.read("a.json") == "kept")
    #expect(try names() == ["a.json"])
  }

  /// A link is replaced, and what it leads to stays.
  @Test func followsNoLink() throws {
    try directory.write("victim", to: "victim")
    for target in ["victim", "nothing"] {
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
      #expect(try !NewFile(at: path).take())
      try Files.replace(path, with: Array("new".utf8))
      #expect(Files.kind(of: path) == .file)
      #expect(try directory.read("victim") == "victim")
      #expect(try names() == ["a.json", "victim"])
      try Files.remove(path)
    }
  }

  @Test func isOneOfManyAtOnce() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<8 {
        group.addTask { [path] in
          for _ in 0..<20 {
            try Files.replace(path, with: [UInt8](repeating: UInt8(index), count: 10_000))
            let read = try Files.read(path)
            #expect(read.count == 10_000 && Set(read).count == 1)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try names() == ["a.json"])
  }

  @Test func leavesNothingInPlaceOfAFolder() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(throws: FileError("write", path, "a folder is in the way")) {
      try Files.replace(path, with: [1])
    }
    #expect(try names() == ["a.json"])
  }

  @Test func hasANameOfItsOwn() {
    let long = String(repeating: "é", count: 120)
    for name in ["a", ".hidden", "a.b.c", long] {
      let made = Set((0..<100).map { _ in TemporaryName.make(for: "folder/\(name)") })
      #expect(made.count == 100)
      #expect(made.allSatisfy { Files.parent(of: $0) == "folder" && $0.utf8.count < 255 })
      #expect(made.allSatisfy { TemporaryName.isTemporary(Files.name(of: $0)) })
    }
    for name in [
      "a.json", ".part", "..part", ".a.part", ".a.0123456789abcde.part", "a.0123456789abcdef.part",
    ] {
      #expect(!TemporaryName.isTemporary(name), "\(name)")
    }
    #expect(TemporaryName.isTemporary(".a.0123456789abcdef.part"))
  }
}
