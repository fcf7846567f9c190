/// What two sides differ in that may have moved their results.
package struct DiffCause: Equatable, Sendable {
  /// The kinds of cause.
  package enum Kind: String, CaseIterable, Sendable {
    /// A version of a method.
    case method
    /// Another setting of the spec.
    case setting
    case data
    case engine
    /// Nothing differs but the results: the program itself.
    case program
  }

  /// Every kind that differs; one where the cause is certain, none where the results are equal.
  package let kinds: [Kind]
  /// The pointers of the methods and settings among them.
  package let pointers: [String]

  /// Finds what may be the cause.
  ///
  /// Other data are no cause of their own where the spec names another dataset, nor are the methods
  /// that come and go with the models of the spec.
  ///
  /// - Parameters:
  ///   - spec: How the specs differ.
  ///   - inputs: How data and engine differ; `nil` where a side does not tell.
  ///   - isMoved: Whether the results differ; `nil` if a side has none.
  init(_ spec: SpecDiff, _ inputs: InputsDiff?, isMoved: Bool?) {
    guard isMoved != false else {
      (kinds, pointers) = ([], [])
      return
    }
    let methods = spec.methods.filter { $0.old != nil && $0.new != nil }
    let namesOtherData = spec.settings.contains {
      $0.pointer == "/dataset" || $0.pointer.hasPrefix("/dataset/")
    }
    var kinds: [Kind] = []
    if !methods.isEmpty { kinds.append(.method) }
    if !spec.settings.isEmpty { kinds.append(.setting) }
    if inputs?.data.isEmpty == false, !namesOtherData { kinds.append(.data) }
    if inputs?.engine != nil { kinds.append(.engine) }
    if kinds.isEmpty, isMoved == true { kinds = [.program] }
    self.kinds = kinds
    pointers = (methods + spec.settings).map(\.pointer)
  }
}
