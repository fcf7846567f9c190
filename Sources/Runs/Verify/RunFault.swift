/// Something wrong with a run or its data: which file, and what.
package struct RunFault: Hashable, Sendable {
  /// The path inside the run, or that of a data file.
  package let file: String
  /// What is wrong, as the end of a sentence about the file.
  package let message: String

  package init(_ file: String, _ message: String) {
    self.file = file
    self.message = message
  }
}
