import Datasets
import Foundation
import Galaxies
import TestKit

/// The files of a dataset in one format, and which of them is damaged.
struct DataTexts: Sendable {
  let format: String
  let damaged: String
  /// The texts that are damaged, one at a time.
  let samples: [String]
  /// The files that stay as they are.
  let others: [(role: String, text: String)]

  /// Every role of every format of the catalogue.
  static let all = DatasetReaders.all.flatMap { reader in
    reader.roles.map { DataTexts(reader, damaged: $0) }
  }

  private init(_ reader: any DatasetReader.Type, damaged: DatasetRole) {
    format = reader.name
    self.damaged = damaged.name
    samples = Self.texts(reader, damaged)
    others = reader.roles.filter { $0.name != damaged.name && $0.isRequired }.map {
      ($0.name, Self.texts(reader, $0).last ?? "")
    }
  }

  /// The texts of a role; those of all formats where none are its own.
  private static func texts(_ reader: any DatasetReader.Type, _ role: DatasetRole) -> [String] {
    let own = known.filter { $0.format == reader.name && $0.role == role.name }
    return (own.isEmpty ? known : own).flatMap(\.texts)
  }

  private static let known: [(format: String, role: String, texts: [String])] = {
    let mock = MockSample(seed: 1, galaxies: 2)
    return [
      ("sparc", "catalogue", ([Fixtures.goodSample] + RealTexts.catalogue).suffix(1)),
      ("sparc", "curves", ([Fixtures.goodCurves] + RealTexts.curves).suffix(1)),
      (
        "rotmod", "curves",
        [Fixtures.rotmod("0.49 13.8 1.6 -3.7 12.3 0 15.9 0\n0.9 20.1 1.2 3.0 14.0 0 11.9 0")]
          + RealTexts.rotmod
      ),
      ("rotmod", "catalogue", ["galaxy,inclination,distance\ncurves,60,4.04\n"]),
      ("csv", "points", [mock.pointsText]), ("csv", "catalogue", [mock.catalogueText]),
    ]
  }()
}

/// Parts of the published files of SPARC, where `UPSILON_DATA` names a folder that holds them.
enum RealTexts {
  private static let folder = ProcessInfo.processInfo.environment["UPSILON_DATA"].map {
    "\($0)/sparc"
  }
  /// The galaxies that the parts have.
  private static let galaxies = ["CamB", "D512-2", "D564-8", "DDO064"]

  static let catalogue = part(of: "SPARC_Lelli2016c.mrt")
  static let curves = part(of: "MassModels_Lelli2016c.mrt")

  /// The header of a table and the rows of a few galaxies.
  private static func part(of file: String) -> [String] {
    guard let folder,
      let text = try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
    else { return [] }
    let lines = text.components(separatedBy: "\n")
    guard let rule = lines.lastIndex(where: { $0.hasPrefix("-----") }) else { return [] }
    let rows = lines[(rule + 1)...].filter { line in
      galaxies.contains { line.split(separator: " ").first == $0[...] }
    }
    return [(lines[...rule] + rows).joined(separator: "\n") + "\n"]
  }

  /// A few files of the archive.
  static let rotmod: [String] = ["CamB", "DDO154"].compactMap { galaxy in
    guard let folder, FileManager.default.fileExists(atPath: "\(folder)/Rotmod_LTG.zip") else {
      return nil
    }
    let words = ["unzip", "-p", "\(folder)/Rotmod_LTG.zip", "\(galaxy)_rotmod.dat"]
    guard let bytes = try? ChildProgram.run(words).output, !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
