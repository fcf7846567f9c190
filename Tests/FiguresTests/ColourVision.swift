import Foundation

/// Colours as an eye sees them: CAM02-UCS, after a simulation of colour vision.
///
/// - SeeAlso: Luo, Cui & Li 2006, Color Res. Appl. 31, 320; Machado, Oliveira & Fernandes 2009,
///   IEEE Trans. Vis. Comput. Graph. 15, 1291, table 1, severity 1.
enum ColourVision: String, CaseIterable {
  case normal, deutan, protan, tritan

  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .deutan:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .protan:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .tritan:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// How different two colours `#rrggbb` look.
  func difference(_ a: String, _ b: String) -> Double {
    zip(seen(a), seen(b)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  /// Linear parts of red, green and blue between 0 and 1.
  static func linear(_ hex: String) -> [Double] {
    let number = Int(hex.dropFirst(), radix: 16) ?? -1
    return [number >> 16 & 255, number >> 8 & 255, number & 255].map { part in
      let c = Double(part) / 255
      return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
    }
  }

  /// How bright a colour is, from 0 to 1.
  static func luminance(_ hex: String) -> Double {
    zip(linear(hex), [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The contrast of two colours after WCAG 2.
  static func contrast(_ a: String, _ b: String) -> Double {
    let (x, y) = (luminance(a) + 0.05, luminance(b) + 0.05)
    return max(x, y) / min(x, y)
  }

  private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { zip($0, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  private static let cat = [
    [0.7328, 0.4296, -0.1624], [-0.7036, 1.6975, 0.0061], [0.0030, 0.0136, 0.9834],
  ]
  private static let back = [
    [1.096124, -0.278869, 0.182745], [0.454369, 0.473533, 0.072098],
    [-0.009628, -0.005698, 1.015326],
  ]
  private static let hpe = [
    [0.38971, 0.68898, -0.07868], [-0.22981, 1.18340, 0.04641], [0, 0, 1],
  ]
  private static let xyz = [
    [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
    [0.0193339, 0.1191920, 0.9503041],
  ]

  /// CIECAM02 under D65, an adapting luminance of 64/(5π) cd/m², a background of 20, an average
  /// surround; then J′, a′, b′.
  private func seen(_ hex: String) -> [Double] {
    let rgb = Self.product(matrix, Self.linear(hex)).map { min(max($0, 0), 1) }
    let (adapting, c, nc) = (64 / Double.pi / 5, 0.69, 1.0)
    let white = Self.product(Self.cat, [95.047, 100, 108.883])
    let d = 1 - exp((-adapting - 42) / 92) / 3.6
    let k = 1 / (5 * adapting + 1)
    let fl =
      0.2 * pow(k, 4) * 5 * adapting + 0.1 * pow(1 - pow(k, 4), 2) * cbrt(5 * adapting)
    let n = 0.2
    let (nbb, z) = (0.725 * pow(1 / n, 0.2), 1.48 + sqrt(n))
    func response(_ sharp: [Double]) -> [Double] {
      let adapted = zip(sharp, white).map { $0 * (100 * d / $1 + 1 - d) }
      return Self.product(Self.hpe, Self.product(Self.back, adapted)).map { value in
        let power = pow(fl * abs(value) / 100, 0.42)
        return (value < 0 ? -1 : 1) * 400 * power / (power + 27.13) + 0.1
      }
    }
    func achromatic(_ r: [Double]) -> Double { (2 * r[0] + r[1] + r[2] / 20 - 0.305) * nbb }
    let r = response(Self.product(Self.cat, Self.product(Self.xyz, rgb).map { $0 * 100 }))
    let (a, b) = (r[0] - 12 * r[1] / 11 + r[2] / 11, (r[0] + r[1] - 2 * r[2]) / 9)
    let hue = atan2(b, a)
    let eccentricity = (cos(hue + 2) + 3.8) / 4
    let lightness = 100 * pow(max(achromatic(r), 0) / achromatic(response(white)), c * z)
    let t =
      50000 / 13 * nc * nbb * eccentricity * (a * a + b * b).squareRoot()
      / (r[0] + r[1] + 21 * r[2] / 20)
    let chroma = pow(t, 0.9) * (lightness / 100).squareRoot() * pow(1.64 - pow(0.29, n), 0.73)
    let colourfulness = log(1 + 0.0228 * chroma * pow(fl, 0.25)) / 0.0228
    return [
      1.7 * lightness / (1 + 0.007 * lightness), colourfulness * cos(hue),
      colourfulness * sin(hue),
    ]
  }
}
