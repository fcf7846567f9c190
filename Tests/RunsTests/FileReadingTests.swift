import Foundation
import Runs
import TestKit
import Testing

@Suite("Reading of files", .limited)
struct FileReadingTests {
  private let directory: TemporaryDirectory
  private static let notAFile = "it is a pipe, socket or device"

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func path(_ name: String) -> String { "\(directory.path)/\(name)" }

  /// A link to something, which is followed as the thing itself.
  private func link(to target: String) throws -> String {
    let link = path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    return link
  }

  @Test func waitsForNoPipe() throws {
    try #require(mkfifo(path("pipe"), 0o600) == 0)
    for pipe in [path("pipe"), try link(to: path("pipe"))] {
      #expect(throws: FileError.refusal("read", pipe, Self.notAFile)) { try Files.read(pipe) }
      #expect(throws: FileError.refusal("read", pipe, Self.notAFile)) {
        try Files.pieces(of: pipe) { _ in }
      }
      #expect(Files.hold(of: pipe) == .free)
    }
  }

  @Test(arguments: ["/dev/zero", "/dev/null"])
  func takesNothingFromADevice(device: String) throws {
    #expect(throws: FileError.refusal("read", device, Self.notAFile)) { try Files.read(device) }
    #expect(throws: FileError.refusal("read", device, Self.notAFile)) {
      try Files.read(device, pipes: true)
    }
  }

  @Test func readsAPipeWhereThatIsMeant() throws {
    try #require(mkfifo(path("pipe"), 0o600) == 0)
    let writer = try ChildProgram(["sh", "-c", "printf abc > pipe"], in: directory.path)
    #expect(try Files.read(path("pipe"), pipes: true) == Array("abc".utf8))
    #expect(try writer.status() == 0)
  }

  @Test func refusesWhatIsTooLargeBeforeReading() throws {
    let file = try directory.write("", to: "sparse").path
    try #require(truncate(file, 1 << 40) == 0)
    let refusal = FileError.refusal(
      "read", file, "it has 1,099,511,627,776 bytes, and 268,435,456 are the most that is read")
    #expect(throws: refusal) { try Files.read(file) }
    try directory.write("12345", to: "five")
    #expect(try Files.read(path("five"), limit: 5).count == 5)
    #expect(throws: FileError.self) { try Files.read(path("five"), limit: 4) }
  }

  @Test func refusesAPipeWithoutEnd() throws {
    try #require(mkfifo(path("pipe"), 0o600) == 0)
    let writer = try ChildProgram(["sh", "-c", "cat /dev/zero > pipe"], in: directory.path)
    let refusal = FileError.refusal(
      "read", path("pipe"), "it does not end, and 1,000 are the most that is read")
    #expect(throws: refusal) { try Files.read(path("pipe"), limit: 1000, pipes: true) }
    _ = try writer.status()
  }

  @Test func refusesLinksInACircleAndNamesThatAreTooLong() throws {
    let circle = try link(to: "link")
    let long = path(String(repeating: "x", count: 300))
    for path in [circle, long] {
      #expect(
        performing: { try Files.read(path) }, throws: { ($0 as? FileError)?.isRefusal == true })
    }
  }

  @Test func givesPiecesThatMakeTheWhole() throws {
    let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Files.replace(path("a"), with: bytes)
    var taken: [UInt8] = []
    try Files.pieces(of: path("a")) { taken += $0 }
    #expect(taken == bytes)
  }

  @Test func tellsNamesThatNoPathCanHave() throws {
    try directory.write("", to: "good")
    try #require(
      directory.path.withCString { folder in
        let name: [UInt8] = Array(String(cString: folder).utf8) + Array("/s\u{0}".utf8.dropLast())
        return (name + [0xfe, 0x2e, 0]).withUnsafeBufferPointer { name in
          name.withMemoryRebound(to: CChar.self) { mkdir($0.baseAddress ?? folder, 0o700) }
        }
      } == 0)
    let entries = try FolderEntries(of: directory.path)
    #expect(entries.names == ["good"])
    #expect(entries.unreadable == [#"s\xFE."#])
    let refusal = FileError.refusal(
      "list", directory.path, #"the name 's\xFE.' in it is not UTF-8"#,
      help: "rename or remove it")
    #expect(throws: refusal) { try Files.names(in: directory.path) }
    // It can be removed all the same.
    try Files.remove(directory.path)
    #expect(Files.isMissing(directory.path))
  }
}
