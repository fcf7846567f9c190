import Foundation

/// The circular speeds of `Tests/Reference/disks.json`, made by the script beside it.
struct DiskReference: Decodable {
  /// An exponential disk of some thickness, by its Hankel transform.
  struct Thick: Decodable {
    let thickness: String
    let at: [Double]
    let squaredSpeeds: [Double]
  }

  /// A table, continued by the stated rules, by adaptive quadrature.
  struct Profile: Decodable {
    let name: String
    let radius: [Double]
    let density: [Double]
    let at: [Double]
    let squaredSpeeds: [Double]
  }

  /// M33 by the method of rings.
  struct Rings: Decodable {
    let radius: [Double]
    let gas: [Double]
    let stars: [Double]
    let gasSpeeds: [Double]
    let starSpeeds: [Double]
  }

  let thick: [Thick]
  let profiles: [Profile]
  let rings: Rings

  static func read() throws -> DiskReference {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Reference/disks.json").standardized
    return try JSONDecoder().decode(DiskReference.self, from: Data(contentsOf: file))
  }
}
