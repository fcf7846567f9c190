/// A shell that completes words, with the script that makes it ask the program.
///
/// What may stand where is known to the program alone, so that the script of one version serves the
/// next.
package enum CompletionShell: String, CaseIterable, ArgumentValue {
  case bash
  case zsh
  case fish

  /// The script, which the shell reads at its start.
  ///
  /// - Parameter program: What the program is called.
  /// - Returns: The whole file.
  package func script(for program: String) -> String {
    let template =
      switch self {
      case .bash: Self.bashScript
      case .zsh: Self.zshScript
      case .fish: Self.fishScript
      }
    return template.replacing("PROGRAM", with: program)
  }
}
