import Foundation
import Support
import TestKit

/// The files of a dataset `made`, and a registry that knows them.
enum DataFiles {
  static let all = [
    (
      name: "points.csv",
      text: "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\nA,1,50,2,10,30\nA,2,60,2,12,35\n"
    ),
    (name: "catalogue.csv", text: "galaxy,distance,r_disk\nA,4.5,1.25\n"),
  ]

  /// The registry, with the title that `data list` shows, and where the files can be had.
  static func registry(title: String = "made up", address: String? = nil) -> String {
    let files = all.map { name, text in
      let variant =
        [
          "bytes": text.utf8.count, "sha256": Fingerprint(of: text.utf8).description,
        ] as [String: Any]
      return [
        "role": name.replacing(".csv", with: ""), "name": name, "variants": [variant],
        "urls": address.map { ["\($0)/\(name)"] } ?? [],
      ] as [String: Any]
    }
    let made =
      [
        "name": "made", "title": title, "citation": "nobody 2026", "licence": "none",
        "format": "csv", "files": files,
      ] as [String: Any]
    let registry = ["registry": 1, "datasets": [made]] as [String: Any]
    let bytes = try? JSONSerialization.data(
      withJSONObject: registry, options: [.sortedKeys, .prettyPrinted])
    return String(decoding: bytes ?? Data(), as: UTF8.self)
  }

  /// Calls a body with a server that has the files, for as long as a test may take.
  static func serve(_ body: (DataServer) throws -> Void) throws {
    let folder = try TemporaryDirectory()
    for (name, text) in all { try folder.write(text, to: name) }
    let server = try DataServer(serving: folder.path, seconds: 60 * ChaosRun.minutes)
    guard server.port > 0 else { throw CocoaError(.fileReadUnknown) }
    try withExtendedLifetime((folder, server)) { try body(server) }
  }

  /// Whether the programs that pack and unpack archives are there.
  static let canZip = ["zip", "unzip"].allSatisfy {
    (try? ChildProgram.run([$0, "-v"]).status) == 0
  }
}
