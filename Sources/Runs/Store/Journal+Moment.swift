package import Records

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Journal {
  /// How a journal writes the moment at which a run was begun.
  static let momentStyle = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  /// The moment at which the run was begun; `nil` if the journal has no moment there.
  package var moment: Moment? {
    (try? Self.momentStyle.parse(started)).flatMap { Moment(seconds: $0.timeIntervalSince1970) }
  }
}
