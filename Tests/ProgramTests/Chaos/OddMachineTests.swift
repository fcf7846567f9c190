import Foundation
import TestKit
import Testing

@Suite("Chaos: odd machines", .limited(minutes: ChaosRun.minutes), .slow, .serialized)
struct OddMachineTests {
  private static let played = Result { try Stage(.run) }
  private let stage: Stage

  init() throws {
    stage = try Self.played.get()
  }

  /// Runs a line, in which the program ends as ever, or says why not and can be repeated.
  private func attack(
    _ line: String, status: Set<Int32>, _ reason: String = "", in program: Program? = nil
  ) throws {
    let program = try program ?? stage.set()
    let ending = try program.shell(line, within: .seconds(60))
    #expect(status.contains(ending.status), "\(line): \(ending.status), \(ending.messages)")
    if ending.status != 0 {
      #expect(ending.messages.contains(reason), "\(line): \(ending.messages)")
    }
    let state = FolderState(of: program.path)
    #expect(stage.halfMade(state) == [], "\(line)")
    if ending.status == 0 { #expect(stage.different(state) == [], "\(line)") }
    let found = try stage.repetition(in: program)
    #expect(found == [], "\(line)")
  }

  @Test(.enabled(if: OwnNamespace.canHaveMounts, "\(OwnNamespace.advice)"))
  func withoutProcAreRefused() throws {
    let program = try stage.set()
    for words in ["run tiny.json", "nonsense", "--help", ""] {
      let line = "mount -t tmpfs none /proc && exec upsilon \(words)"
      let ending = try program.shell("exec unshare --mount sh -c '\(line)'", within: .seconds(60))
      #expect(ending.status == 3, "\(words): \(ending.output)")
      #expect(ending.messages.contains("the command line cannot be read"))
    }
    #expect(FolderState(of: program.path).entries == stage.before.entries)
  }

  @Test(arguments: 1...7)
  func withClosedDescriptorsComputeAsEver(closed: Int) throws {
    let words = ["0<&-", "1>&-", "2>&-"].enumerated().filter { closed >> $0.offset & 1 == 1 }
    try attack(
      "exec upsilon run tiny.json \(words.map(\.element).joined(separator: " "))", status: [0])
  }

  @Test(arguments: [1, 2, 4, 8, 20])
  func withSmallFilesSayWhichIsTooLarge(blocks: Int) throws {
    try attack(
      "ulimit -f \(blocks); exec upsilon run tiny.json", status: [0, 3], "cannot write 'runs/")
  }

  /// With less than five even the loader has not enough.
  @Test(arguments: 5...10)
  func withFewOpenFilesSayWhichCannotBeHad(count: Int) throws {
    try attack("ulimit -n \(count); exec upsilon run tiny.json --jobs 1", status: [0, 3], "'")
  }

  @Test(.enabled(if: SmallDisk.canBeMade, "only root on Linux may make a small disk"))
  func withFewFilesSayWhichIsTooMuch() throws {
    for count in [2, 3, 5, 8, 12, 18] {
      let program = try stage.set()
      let disk = try SmallDisk(at: "\(program.path)/runs", kilobytes: 4000)
      try disk.change("nr_inodes=\(count)")
      let ending = try program.run(stage.scene.words)
      #expect([0, 3].contains(ending.status), "\(count): \(ending.messages)")
      if ending.status == 3 {
        #expect(ending.messages.contains("no space left"), "\(count): \(ending.messages)")
      }
      #expect(stage.halfMade(FolderState(of: program.path)) == [], "\(count) files")
      try disk.change("nr_inodes=0")
      let found = try stage.repetition(in: program)
      #expect(found == [], "\(count) files")
      withExtendedLifetime(disk) {}
    }
  }

  @Test(
    .enabled(if: SmallDisk.canBeMade, "only root on Linux may make a small disk"),
    arguments: Scene.all)
  func thatCannotBeWrittenToNameTheFile(scene: Scene) throws {
    let stage = try Stage(scene)
    let program = try Program()
    let disk = try SmallDisk(at: "\(program.path)/disk", kilobytes: 20_000)
    let source = try stage.set()
    let copied = try ChildProgram.run(["cp", "-R", "\(source.path)/.", "\(program.path)/disk"])
    try #require(copied.status == 0)
    try disk.change("ro")
    let before = FolderState(of: program.path)
    let words = scene.words.joined(separator: " ")
    let ending = try program.shell("cd disk && exec upsilon \(words)", within: .seconds(60))
    #expect(ending.status == 3)
    #expect(ending.messages.contains("read-only file system"), "\(ending.messages)")
    #expect(ending.messages.contains("cannot "), "\(ending.messages)")
    #expect(FolderState(of: program.path).entries == before.entries)
    withExtendedLifetime(disk) {}
  }

  /// A library that takes locks away from a program, as some file systems do.
  private static let library: TemporaryDirectory? = {
    guard let folder = try? TemporaryDirectory(),
      (try? folder.write(source, to: "locks.c")) != nil,
      let made = try? ChildProgram.run(
        ["gcc", "-shared", "-fPIC", "-o", "locks.so", "locks.c", "-ldl"], in: folder.path),
      made.status == 0
    else { return nil }
    return folder
  }()

  private static let source = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <errno.h>
    #include <fcntl.h>
    #include <stdarg.h>
    int flock(int file, int operation) { errno = ENOLCK; return -1; }
    static int answer(const char *name, int file, int command, void *argument) {
      if (command == F_SETLK || command == F_SETLKW || command == F_GETLK) {
        errno = ENOLCK;
        return -1;
      }
      int (*system)(int, int, ...) = dlsym(RTLD_NEXT, name);
      return system(file, command, argument);
    }
    #define WITHOUT_LOCKS(name) int name(int file, int command, ...) { \\
      va_list rest; va_start(rest, command); void *argument = va_arg(rest, void *); va_end(rest); \\
      return answer(#name, file, command, argument); }
    WITHOUT_LOCKS(fcntl)
    WITHOUT_LOCKS(fcntl64)
    """

  @Test(.enabled(if: library != nil, "there is no gcc that makes a library"))
  func withoutLocksComputeAsEver() throws {
    let path = try #require(Self.library).path
    let preload = "export LD_PRELOAD='\(path)/locks.so'; exec"
    try attack("\(preload) upsilon run tiny.json", status: [0])
    let program = try stage.set()
    let words = "--specs . --runs runs"
    #expect(try program.shell("\(preload) upsilon run tiny.json --shard 1/2").status == 0)
    let shown = try program.shell("\(preload) upsilon clean \(words)")
    #expect(shown.status == 0)
    let text = shown.output + shown.messages
    #expect(!text.contains("is being computed"), "nothing runs any more: \(text)")
    #expect(text.contains("lock"), "that is why it cannot be known: \(text)")
    #expect(try program.shell("\(preload) upsilon run tiny.json").status == 0)
    let found = try stage.repetition(in: program)
    #expect(found == [], "its records do not remain")
  }
}
