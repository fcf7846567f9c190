package import Runs

/// Makes pictures of dots, and pages, of figures: `rsvg-convert` does it, where it is there.
///
/// The same figure gives the same bytes as long as that program and its fonts are the same: the
/// moment at which it is called does not enter.
package enum PictureConverter {
  /// What a figure can be made into.
  package enum Format: String, CaseIterable, Sendable {
    case png, pdf

    /// The format that the ending of a path asks for; `nil` for none of these.
    package init?(ofPath path: String) {
      guard let found = Self.allCases.first(where: { path.hasSuffix(".\($0.rawValue)") }) else {
        return nil
      }
      self = found
    }
  }

  private static let program = "rsvg-convert"
  /// Dots per inch, as journals ask for.
  private static let resolution = "300"

  /// Whether the program that converts is there.
  package static func isAtHand(environment: [String: String]) -> Bool {
    let child = ChildProcess(
      program: program, arguments: ["--version"], outputLimit: 1 << 12, environment: environment)
    return (try? child.run())?.status == 0
  }

  /// Converts a figure and writes it.
  ///
  /// - Parameters:
  ///   - svg: The figure.
  ///   - format: What to make of it.
  ///   - path: Where it goes; what was there is replaced in one step.
  ///   - environment: That of the program.
  /// - Throws: ``FileError``, with nothing written.
  package static func write(
    _ svg: [UInt8], as format: Format, to path: String, environment: [String: String]
  ) throws(FileError) {
    try Files.replace(path, with: converted(svg, as: format, for: path, environment: environment))
  }

  /// Converts a figure.
  ///
  /// - Parameters:
  ///   - svg: The figure.
  ///   - format: What to make of it.
  ///   - path: What is made, for messages; beside it the figure is kept meanwhile.
  ///   - environment: That of the program.
  /// - Throws: ``FileError``, with nothing written.
  /// - Returns: The content of the file.
  package static func converted(
    _ svg: [UInt8], as format: Format, for path: String, environment: [String: String]
  ) throws(FileError) -> [UInt8] {
    // The picture under a name that nobody else has; it is gone when this is done.
    let picture = try NewFile(at: path)
    defer { picture.abandon() }
    try picture.append(svg)
    var environment = environment
    environment["SOURCE_DATE_EPOCH"] = "0"
    let child = ChildProcess(
      program: program,
      arguments: [
        "--format=\(format.rawValue)", "--dpi-x=\(resolution)", "--dpi-y=\(resolution)",
        picture.part,
      ], outputLimit: 1 << 28, environment: environment)
    let ending: ChildProcess.Ending
    do throws(FileError) {
      ending = try child.run()
    } catch {
      throw FileError(
        "make", path,
        "\(program) makes .\(format.rawValue) files, and \(error.reason); .svg needs no program")
    }
    guard ending.status == 0, !ending.isCut, !ending.output.isEmpty else {
      throw FileError(
        "make", path, "\(program): \(ending.complaints.first ?? "status \(ending.status)")")
    }
    return ending.output
  }
}
