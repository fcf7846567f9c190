import Support
import Testing

/// A reader, the texts whose damaged forms it is given, and what must hold of what it makes of
/// them.
struct FuzzTarget: CustomTestStringConvertible, Sendable {
  let name: String
  let texts: [[UInt8]]
  let mutation: Mutation
  /// Reads a text; says what is wrong with what came of it.
  let objection: @Sendable ([UInt8]) -> String?

  var testDescription: String { name }

  init(
    _ name: String, _ texts: [String], tokens: [String] = [],
    objection: @escaping @Sendable ([UInt8]) -> String?
  ) {
    self.name = name
    self.texts = texts.map { Array($0.utf8) }
    mutation = Mutation(tokens)
    self.objection = objection
  }
}

extension InputReport {
  /// What is wrong with the diagnostics themselves: every one must be fit to be shown, and a
  /// refusal must have a place in one of the sources.
  func objection(_ sources: [SourceText]) -> String? {
    if let objection = objectionToMessages(sources) { return objection }
    guard hasErrors, !diagnostics.contains(where: { $0.place != nil }) else { return nil }
    return "no place: \(diagnostics.map(\.message).joined(separator: "; "))"
  }

  /// The same where what is refused may be what a spec says, which has no place in the sources.
  func objectionToMessages(_ sources: [SourceText]) -> String? {
    for diagnostic in diagnostics {
      if diagnostic.message.isEmpty || diagnostic.rendered.isEmpty { return "an empty message" }
      guard let place = diagnostic.place else { continue }
      guard sources.contains(where: { $0 === place.source }) else {
        if ["", "spec"].contains(place.source.name) { continue }
        return "a place elsewhere: \(place.source.name)"
      }
      guard place.span.lowerBound >= 0, place.span.upperBound <= place.source.bytes.count else {
        return "a place outside the text: \(place.span) of \(place.source.bytes.count)"
      }
    }
    return nil
  }
}
