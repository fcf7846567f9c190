/// How far a posterior and its evidence may be trusted.
package enum PosteriorStatus: String, CaseIterable, Sendable {
  /// The weights of the draws are even: the errors that are told hold.
  case good
  /// They are uneven, and the errors may be somewhat too small; or chains had to stand in, and
  /// agree.
  case usable
  /// A few draws have most of the weight, or chains disagree: nothing told of it is safe.
  case unreliable
  /// The posterior has several tops with valleys between them that have much of it each: mean,
  /// standard deviation and intervals describe none of them.
  case multimodal
}
