/// How a shape is filled and drawn.
struct Look {
  var fill: Tone?
  var stroke: Tone?
  var width: Double
  var dash: Dash
  var opacity: Double
  var fillOpacity: Double

  static func fill(_ tone: Tone) -> Look {
    Look(fill: tone, stroke: nil, width: 0, dash: .solid, opacity: 1, fillOpacity: 1)
  }

  static func fill(_ tone: Tone, opacity: Double) -> Look {
    Look(fill: tone, stroke: nil, width: 0, dash: .solid, opacity: opacity, fillOpacity: 1)
  }

  static func line(_ tone: Tone, _ width: Double) -> Look { line(tone, width, .solid) }

  static func line(_ tone: Tone, _ width: Double, _ dash: Dash) -> Look {
    Look(fill: nil, stroke: tone, width: width, dash: dash, opacity: 1, fillOpacity: 1)
  }

  /// Paper inside, a line around it.
  static func hollow(_ tone: Tone, _ width: Double) -> Look {
    Look(fill: .bg, stroke: tone, width: width, dash: .solid, opacity: 1, fillOpacity: 1)
  }
}

extension Dash {
  /// Lengths of dashes and gaps, in points; `nil` for none.
  var lengths: String? {
    switch self {
    case .solid: nil
    case .dashed: "4.5 2.2"
    case .dotted: "0 2.3"
    case .dashDotted: "5.5 1.9 1 1.9"
    case .long: "8 2.4"
    case .short: "2 1.6"
    }
  }
}
