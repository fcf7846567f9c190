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

  /// When the run was begun and when it was done: `2026-11-30T04:04:56.499+00:00`; `nil` if the
  /// journal has no moment there.
  package var span: (start: String, end: String)? {
    guard let start = try? Self.momentStyle.parse(started) else { return nil }
    let moments = [start, start.addingTimeInterval(seconds)].map { moment in
      let text = moment.formatted(Self.momentStyle)
      return text.hasSuffix("Z") ? "\(text.dropLast())+00:00" : text
    }
    return (moments[0], moments[1])
  }
}
