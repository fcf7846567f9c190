/// What stands for a missing value beside an empty field.
///
/// A mark is a text, or a number however it is spelled.
struct MissingMarks {
  private let texts: Set<String>
  private let numbers: Set<Double>

  init(_ texts: Set<String> = []) {
    self.texts = texts
    numbers = Set(texts.compactMap { WrittenNumber().value(of: $0) })
  }

  func contains(_ text: String) -> Bool { text.isEmpty || texts.contains(text) }

  func contains(_ number: Double) -> Bool { numbers.contains(number) }
}
