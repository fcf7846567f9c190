import Foundation
import Records
import Runs
import Shelf
import Support
import TestKit

/// A temporary folder with a data folder in it, whose registry has the made-up dataset `made`.
///
/// The dataset has the roles of the format `csv`; its points are accepted with LF and with CRLF.
struct DataSamples {
  let directory: TemporaryDirectory

  static let points = "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\nA,1,50,2,10,30\nA,2,60,2,12,35\n"
  static let pointsCRLF = points.replacing("\n", with: "\r\n")
  static let catalogue = "galaxy,distance,r_disk\nA,4.5,1.25\n"
  static let rotmod = """
    # Distance = 4.5 Mpc
    # Rad\tVobs\terrV\tVgas\tVdisk\tVbul\tSBdisk\tSBbul
    # kpc\tkm/s\tkm/s\tkm/s\tkm/s\tkm/s\tL/pc^2\tL/pc^2
    1.00\t50.0\t2.0\t10.0\t30.0\t0.0\t20.0\t0.0

    """

  init(urls: [String] = []) throws {
    directory = try TemporaryDirectory()
    try directory.write(Self.registry(urls: urls), to: "data/registry.json")
  }

  /// The path of something in the temporary folder.
  func path(_ name: String) -> String { "\(directory.path)/\(name)" }

  var folder: String { path("data") }

  /// The shelf of the data folder, whose registry is right.
  func shelf() throws -> DataShelf {
    let report = InputReport()
    let shelf = try DataShelf(folder: folder, report)
    try report.check()
    return shelf
  }

  /// Puts the right files of `made` into the data folder.
  func fill() throws {
    try directory.write(Self.points, to: "data/made/points.csv")
    try directory.write(Self.catalogue, to: "data/made/catalogue.csv")
  }

  /// The paths of all files under the data folder, apart from the registry.
  func files() throws -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.filter { $0 != "registry.json" }.sorted()
  }

  static func registry(urls: [String] = [], name: String = "made") -> String {
    let contents = [[points, pointsCRLF], [catalogue]]
    let files = zip(["points", "catalogue"], contents).map { role, contents in
      let variants = contents.map { FileVariant(of: Array($0.utf8)) }
        .map { #"{ "bytes": \#($0.bytes), "sha256": "\#($0.sha256)" }"# }
      let addresses = urls.map { #""\#($0)/\#(role).csv""# }
      return """
        { "role": "\(role)", "name": "\(role).csv", "variants": [\(variants.joined(separator: ", "))],
          "urls": [\(addresses.joined(separator: ", "))] }
        """
    }
    return """
      { "registry": 1, "datasets": [
        { "name": "\(name)", "title": "made up", "citation": "nobody 2026", "licence": "none",
          "format": "csv", "files": [\(files.joined(separator: ",\n"))] }
      ] }
      """
  }

  /// Makes a zip archive of files by name.
  func pack(_ files: [(name: String, text: String)], to archive: String) throws {
    for file in files { try directory.write(file.text, to: "packing/\(file.name)") }
    let words = ["zip", "-q", "-X", path(archive)] + files.map(\.name)
    _ = try ChildProgram.run(words, in: path("packing"))
  }

  /// Whether the programs that pack and unpack archives are there.
  static let canZip = ["zip", "unzip"].allSatisfy {
    (try? ChildProgram.run([$0, "-v"]).status) == 0
  }
}
