import Exports
import Reports

/// What is asked of a bundle.
struct BundleWishes {
  /// Where it goes.
  let output: String
  /// Whether the user's own data go with it.
  let takesOwnData: Bool
  /// Where the paths of own data files start.
  let origin: String
  /// Whose tables LaTeX imitates.
  let style: LaTeXStyle
  /// Whether there is a program that makes pages of figures.
  let hasPictures: Bool
  /// The program that makes the bundle.
  let program: BundleProgram
}
