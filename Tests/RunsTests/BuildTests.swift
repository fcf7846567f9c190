import Foundation
import Runs
import Support
import TestKit
import Testing

@Suite("A build", .limited)
struct BuildTests {
  /// A number as its bytes, the lowest first.
  private func word(_ value: UInt32) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }

  /// A note of an ELF file: sizes, type, name and description, each filled up.
  private func note(
    _ name: String, _ type: UInt32, _ text: [UInt8], _ alignment: Int
  ) -> [UInt8] {
    func filled(_ bytes: [UInt8], from start: Int) -> [UInt8] {
      let rest = (start + bytes.count) % alignment
      return bytes + [UInt8](repeating: 0, count: rest == 0 ? 0 : alignment - rest)
    }
    let name = Array(name.utf8) + [0]
    return word(UInt32(name.count)) + word(UInt32(text.count)) + word(type)
      + filled(name, from: 12) + filled(text, from: 0)
  }

  @Test(arguments: [4, 8])
  func isFoundAmongTheNotesOfAProgram(alignment: Int) {
    let name: [UInt8] = [0xde, 0xad, 0xbe, 0xef, 0x01]
    let notes =
      note("GNU", 1, [0, 0, 0, 0, 3, 0, 0, 0], alignment) + note("Go", 3, [1, 2, 3], alignment)
      + note("GNU", 3, name, alignment)
    notes.withUnsafeBytes {
      #expect(BuildNote.elf($0, alignment: alignment) == name)
    }
    for length in 0..<(notes.count - 3 - (alignment - 4)) {
      Array(notes.prefix(length)).withUnsafeBytes {
        #expect(BuildNote.elf($0, alignment: alignment) == nil, "\(length)")
      }
    }
  }

  @Test func isFoundAmongTheCommandsOfAnImage() {
    let name = [UInt8](1...16)
    let commands = word(0x19) + word(16) + word(7) + word(7) + word(0x1b) + word(24) + name
    let header = [0xfeed_facf, 0x0100_000c, 0, 2, 2, UInt32(commands.count), 0, 0].flatMap(word)
    (header + commands).withUnsafeBytes { #expect(BuildNote.machO($0) == name) }
    (header + commands.dropLast()).withUnsafeBytes { #expect(BuildNote.machO($0) == nil) }
    (word(0xfeed_face) + header.dropFirst(4) + commands).withUnsafeBytes {
      #expect(BuildNote.machO($0) == nil)
    }
  }

  @Test func ofThisProgramIsInItsFile() throws {
    let name = try #require(try BuildNote.ofThisProgram())
    #expect(name.count >= 8)
    #expect(Build(name) == .running)
    #if os(Linux)
      let file = try Data(contentsOf: URL(filePath: "/proc/self/exe"), options: .alwaysMapped)
      #expect(file.prefix(65_536).range(of: Data(name)) != nil)
    #endif
  }

  @Test func isReadAtOnce() throws {
    let clock = ContinuousClock()
    let best = (0..<5).map { _ in clock.measure { _ = try? BuildNote.ofThisProgram() } }.min()
    #expect(try #require(best) < .milliseconds(1))
  }

  @Test func isNotFoundInAFileThatIsNoProgram() throws {
    let directory = try TemporaryDirectory()
    for text in ["", "text", String(repeating: "x", count: 100)] {
      #expect(try BuildNote.elf(at: try directory.write(text, to: "file").path) == nil)
    }
    #expect(throws: FileError.self) { try BuildNote.elf(at: "\(directory.path)/missing") }
  }

  @Test func isNamedByHexadecimalDigits() {
    #expect(Build("3b842d81394b05a2fff43b36dc7add864ec87464")?.description == "3b842d81394b")
    #expect(Build([0x00, 0x0f, 0xa0])?.digits == "000fa0")
    for digits in ["", "3B", "xyz", String(repeating: "a", count: 65)] {
      #expect(Build(digits) == nil)
    }
  }
}
