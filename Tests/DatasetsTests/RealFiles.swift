import Foundation
import Support
import TestKit
import Testing

/// The published files of SPARC, where the environment has them.
///
/// Suites that read them are skipped unless the variable `UPSILON_DATA` names a folder that holds
/// `sparc/SPARC_Lelli2016c.mrt`, `sparc/MassModels_Lelli2016c.mrt` and `sparc/Rotmod_LTG.zip`.
enum RealFiles {
  static let advice: Comment = "set UPSILON_DATA to a folder that holds sparc/ with its three files"

  static var folder: String? {
    ProcessInfo.processInfo.environment["UPSILON_DATA"].map { $0 + "/sparc" }
  }

  static var exist: Bool {
    guard let folder else { return false }
    return ["SPARC_Lelli2016c.mrt", "MassModels_Lelli2016c.mrt", "Rotmod_LTG.zip"]
      .allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
  }

  static func bytes(_ file: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: "\(folder ?? "")/\(file)")))
  }

  static func source(_ file: String) throws -> SourceText {
    SourceText(name: file, bytes: try bytes(file))
  }

  /// The text of every file in the archive of rotation curves, by name.
  static func archive() throws -> [(name: String, source: SourceText)] {
    let archive = "\(folder ?? "")/Rotmod_LTG.zip"
    let names = try ChildProgram.run(["unzip", "-Z1", archive]).output.split(
      separator: UInt8(ascii: "\n")
    )
    .map { String(decoding: $0, as: UTF8.self) }
    // All files in one go; each starts with the line of its distance.
    let all = try ChildProgram.run(["unzip", "-p", archive]).output
    let mark = Array("# Distance".utf8)
    let starts = all.indices.filter { all[$0] == mark[0] && all[$0...].starts(with: mark) }
    let ends = starts.dropFirst() + [all.count]
    return zip(names, zip(starts, ends)).map { name, range in
      (name, SourceText(name: name, bytes: Array(all[range.0..<range.1])))
    }
  }
}
