/// A mistake of JSON syntax, after which there is nothing sure to read.
struct JSONMistake: Error {
  let message: String
  let span: Range<Int>
  let help: Advice?

  init(_ message: String, at span: Range<Int>, help: Advice? = nil) {
    self.message = message
    self.span = span
    self.help = help
  }
}
