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

  static let all: [DataTexts] = {
    let mock = MockSample(seed: 1, galaxies: 2)
    let catalogues = [Fixtures.goodSample] + RealTexts.catalogue
    let curves = [Fixtures.goodCurves] + RealTexts.curves
    return [
      DataTexts(
        format: "sparc", damaged: "catalogue", samples: catalogues.suffix(1),
        others: [("curves", curves.last ?? "")]),
      DataTexts(
        format: "sparc", damaged: "curves", samples: curves.suffix(1),
        others: [("catalogue", catalogues.last ?? "")]),
      DataTexts(
        format: "rotmod", damaged: "curves",
        samples: [
          Fixtures.rotmod("0.49 13.8 1.6 -3.7 12.3 0 15.9 0\n0.9 20.1 1.2 3.0 14.0 0 11.9 0")
        ] + RealTexts.rotmod, others: []),
      DataTexts(format: "csv", damaged: "points", samples: [mock.pointsText], others: []),
      DataTexts(
        format: "csv", damaged: "catalogue", samples: [mock.catalogueText],
        others: [("points", mock.pointsText)]),
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
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["unzip", "-p", "\(folder)/Rotmod_LTG.zip", "\(galaxy)_rotmod.dat"]
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return nil }
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return data.isEmpty ? nil : String(decoding: data, as: UTF8.self)
  }
}
