import Console
import Dispatch
import Machine
import TestKit
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

@Suite("A descriptor sink", .limited)
struct DescriptorSinkTests {
  /// The two ends of a new pipe.
  private func makePipe() throws -> (reading: Int32, writing: Int32) {
    Signals.turnIntoErrors()
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  /// Everything that comes out of a pipe until its other end is closed.
  private static func read(all descriptor: Int32, pause: UInt32 = 0) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      usleep(pause)
      let count = systemRead(descriptor, &buffer, buffer.count)
      guard count > 0 else { return bytes }
      bytes += buffer.prefix(count)
    }
  }

  /// The reader has a thread of its own: the writer blocks the one it is on.
  @Test(arguments: [false, true])
  func writesMoreThanAPipeHolds(isNonBlocking: Bool) throws {
    let (reading, writing) = try makePipe()
    if isNonBlocking { _ = fcntl(writing, F_SETFL, O_NONBLOCK) }
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let (received, reader) = (MemorySink(), DispatchGroup())
    DispatchQueue.global().async(group: reader) {
      try? received.write(Self.read(all: reading, pause: 50))
    }
    try DescriptorSink(writing).write(bytes)
    close(writing)
    reader.wait()
    #expect(received.bytes == bytes)
    close(reading)
  }

  @Test func tellsThatTheReaderHasGone() throws {
    let (reading, writing) = try makePipe()
    close(reading)
    #expect(throws: WriteFailure.closed) { try DescriptorSink(writing).write([1]) }
    close(writing)
  }

  @Test func tellsWhyTheSystemRefuses() throws {
    let failure = try #require(throws: WriteFailure.self) { try DescriptorSink(-1).write([1]) }
    #expect(failure == .refused(SystemError(EBADF)))
    #expect("\(failure)" == "bad file descriptor")
  }

  @Test func letsTheTerminalGoOnQuietly() throws {
    let (reading, writing) = try makePipe()
    close(reading)
    let errors = MemorySink()
    let terminal = Terminal(output: DescriptorSink(writing), errors: errors)
    terminal.out("lost")
    #expect(terminal.outputFailure == nil)
    terminal.flush()
    #expect(terminal.outputFailure == .closed)
    terminal.out("lost as well")
    terminal.flush()
    #expect(errors.text.isEmpty)
    close(writing)
  }

  @Test func letsTheTerminalTellAFullDisk() {
    let terminal = Terminal(output: DescriptorSink(-1), errors: MemorySink())
    terminal.out("lost")
    terminal.flush()
    #expect(terminal.outputFailure == .refused(SystemError(EBADF)))
  }
}

/// The function `read(2)`, which the method of the same name hides.
private func systemRead(_ descriptor: Int32, _ start: UnsafeMutableRawPointer, _ count: Int) -> Int
{
  read(descriptor, start, count)
}
