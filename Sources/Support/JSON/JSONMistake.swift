/// A mistake of JSON syntax, after which there is nothing sure to read.
struct JSONMistake: Error {
  let message: String
  let span: Range<Int>
  let help: String?

  init(_ message: String, at span: Range<Int>, help: String? = nil) {
    self.message = message
    self.span = span
    self.help = help
  }
}
