package import Machine
package import Records

extension Journal {
  /// The moment at which the run was begun; `nil` if the journal has no moment there.
  package var moment: Moment? { Moment(started) }

  /// The moment at which it was done; `nil` if the journal has no moments there.
  package var end: Moment? {
    moment.flatMap { Moment(seconds: Double($0.milliseconds) / 1000 + seconds) }
  }

  /// When the run was begun and when it was done: `2026-11-30T04:04:56.499+00:00`; `nil` if the
  /// journal has no moments there.
  package var span: (start: String, end: String)? {
    guard let moment, let end else { return nil }
    let texts = [moment, end].map { "\($0.text.dropLast())+00:00" }
    return (texts[0], texts[1])
  }
}
