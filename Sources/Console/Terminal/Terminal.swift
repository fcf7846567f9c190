package import Support

/// What a command writes to: standard output for results, standard error for everything else.
///
/// Output is kept back and handed on in large pieces, except on a terminal; call ``flush()`` before
/// the program ends. A message on standard error first hands on the output so far, so that both
/// keep their order where they go to the same place.
package struct Terminal: Sendable {
  /// Columns that are assumed where the terminal does not tell.
  static let usualWidth = 80

  private let output: BufferedWriter
  private let messages: MessageWriter
  private let columns: @Sendable () -> Int?

  /// Whether standard output is a terminal.
  package let isOutputTTY: Bool

  /// Whether standard error is a terminal.
  package let isErrorTTY: Bool

  /// How to colour results.
  let outputPaint: Paint

  /// How to colour messages.
  let errorPaint: Paint

  /// Whether a line on standard error can be redrawn in place.
  package let showsStatus: Bool

  /// Describes a terminal.
  ///
  /// - Parameters:
  ///   - output: Where results go.
  ///   - errors: Where everything else goes.
  ///   - isOutputTTY: Whether `output` is a terminal.
  ///   - isErrorTTY: Whether `errors` is a terminal.
  ///   - environment: Of which `NO_COLOR` and `TERM` count.
  ///   - columns: Gives the width of the terminal at this moment, if it is known.
  package init(
    output: any ByteSink, errors: any ByteSink, isOutputTTY: Bool = false,
    isErrorTTY: Bool = false, environment: [String: String] = [:],
    columns: @escaping @Sendable () -> Int? = { nil }
  ) {
    self.output = BufferedWriter(output, capacity: isOutputTTY ? 0 : 1 << 16)
    self.messages = MessageWriter(errors)
    self.columns = columns
    self.isOutputTTY = isOutputTTY
    self.isErrorTTY = isErrorTTY
    outputPaint = Paint(isTTY: isOutputTTY, environment: environment)
    errorPaint = Paint(isTTY: isErrorTTY, environment: environment)
    showsStatus = isErrorTTY && Paint.understandsEscapes(environment)
  }

  /// Columns of the terminal at this moment, for messages and help.
  package var width: Int { columns() ?? Self.usualWidth }

  /// Columns that results may take, or nil where they do not go to a terminal.
  package var outputWidth: Int? { isOutputTTY ? width : nil }

  /// Writes a line, or several, to standard output; a newline is added.
  ///
  /// Whatever the text repeats of files, names and arguments, no control character but a line feed
  /// reaches the terminal: the others are spelled, and the colour is added here.
  package func out(_ text: String, _ colour: Paint.Colour? = nil) {
    write((outputPaint(colour, text.spelled(keepingLines: true)) + "\n").utf8)
  }

  /// Writes a value to standard output as JSON that a person may read as well as a program.
  ///
  /// Control characters are escape sequences, as ``out(_:_:)`` would spell them.
  package func json(_ value: JSONValue) {
    write(value.readableBytes(escapingControls: true))
  }

  /// Writes a piece of a text file to standard output as it is, or to a terminal as ``out(_:_:)``
  /// does.
  package func file(_ bytes: [UInt8]) {
    guard isOutputTTY else { return write(bytes) }
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    write(text.spelled(keepingLines: true).utf8)
  }

  private func write(_ bytes: some Sequence<UInt8>) {
    if isOutputTTY { messages.clearStatus() }
    output.write(bytes)
  }

  /// Writes a line, or several, to standard error, as ``out(_:_:)`` does; a newline is added.
  ///
  /// On a terminal long lines are broken between words.
  package func err(_ text: String, _ colour: Paint.Colour? = nil) {
    output.flush()
    let spelled = text.spelled(keepingLines: true)
    messages.line(errorPaint(colour, isErrorTTY ? spelled.wrappedMessage(to: width) : spelled))
  }

  /// Hands on the output that was kept back.
  package func flush() {
    output.flush()
  }

  /// Why output was lost, if it was.
  package var outputFailure: WriteFailure? { output.failure }

  /// Shows a line on standard error that the next one replaces; nothing where that cannot be.
  func status(_ text: String) {
    if showsStatus { messages.status(text.spelled()) }
  }

  func clearStatus() {
    messages.clearStatus()
  }
}
