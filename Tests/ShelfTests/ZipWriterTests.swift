import Foundation
import Runs
import Shelf
import Support
import TestKit
import Testing

@Suite("Archives that are written", .limited)
struct ZipWriterTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  private func archive(_ files: [ArchivedFile], as name: String = "a.zip") throws -> Data {
    let file = try NewFile(at: "\(directory.path)/\(name)")
    try ZipWriter.write(files, to: file)
    #expect(try file.take())
    let bytes = try Data(contentsOf: directory.url.appending(path: name))
    #expect(bytes.count == ZipWriter.size(of: files))
    return bytes
  }

  private var files: [ArchivedFile] {
    get throws {
      try directory.write(String(repeating: "row\n", count: 200_000), to: "table")
      return [
        ArchivedFile("z.sh", Array("#!/bin/sh\n".utf8), isExecutable: true),
        ArchivedFile("empty", []), ArchivedFile("folder/é.txt", Array("é".utf8)),
        try ArchivedFile("a/table", copying: "\(directory.path)/table"),
      ]
    }
  }

  @Test func haveTheSameBytesInWhateverOrderTheFilesAreGiven() throws {
    let files = try files
    #expect(try archive(files) == archive(files.reversed(), as: "b.zip"))
    #expect(files.map(\.bytes) == [10, 0, 2, 800_000])
    #expect(files[3].sha256 == Fingerprint(of: String(repeating: "row\n", count: 200_000).utf8))
  }

  @Test(.enabled(if: DataSamples.canZip, "zip and unzip are not installed"))
  func areReadByUnzip() throws {
    _ = try archive(files)
    let child = try ChildProgram([
      "unzip", "-q", "\(directory.path)/a.zip", "-d", "\(directory.path)/out",
    ])
    #expect(try child.status() == 0)
    #expect(try directory.read("out/folder/é.txt") == "é")
    #expect(try directory.read("out/a/table") == directory.read("table"))
    let isProgram = ["z.sh", "a/table"].map {
      FileManager.default.isExecutableFile(atPath: "\(directory.path)/out/\($0)")
    }
    #expect(isProgram == [true, false])
  }

  @Test func areNotMadeOfAFileThatChanges() throws {
    let files = try files
    try directory.write(String(repeating: "ROW\n", count: 200_000), to: "table")
    #expect {
      try archive(files)
    } throws: { error in
      (error as? FileError)?.reason == "it changed while it was read"
    }
  }

  @Test func areNotMadeOfTooManyFiles() throws {
    let files = (0...ZipWriter.mostFiles).map { ArchivedFile("\($0)", []) }
    #expect(ZipWriter.objection(to: files) == "has 65,535 files, and 65,534 are the most")
    #expect(ZipWriter.objection(to: Array(files.dropLast())) == nil)
  }
}
