import Posteriors

/// What became of a unit whose posterior was asked for.
enum PosteriorOutcome: String, CaseIterable {
  case good
  case usable
  case unreliable
  case multimodal
  case refused

  init(_ status: PosteriorStatus) {
    switch status {
    case .good: self = .good
    case .usable: self = .usable
    case .unreliable: self = .unreliable
    case .multimodal: self = .multimodal
    }
  }
}
