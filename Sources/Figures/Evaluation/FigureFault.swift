/// Why a figure cannot be drawn from the tables that are there: one sentence, lower case.
struct FigureFault: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
