import Synchronization

/// Writes messages line by line, and below them a status line that is redrawn in place.
///
/// A message that comes while the status line is shown takes its place; the next status goes below
/// it. A failure to write is not reported: there is nowhere left to say so.
final class MessageWriter: Sendable {
  /// Back to the first column, and erase from there to the end of the line.
  private static let erase = "\r\u{1B}[K"

  private let sink: any ByteSink
  private let showsStatus = Mutex(false)

  init(_ sink: any ByteSink) {
    self.sink = sink
  }

  func line(_ text: String) {
    showsStatus.withLock { shown in
      write((shown ? Self.erase : "") + text + "\n")
      shown = false
    }
  }

  /// Shows a status in the place of the one before it.
  func status(_ text: String) {
    showsStatus.withLock { shown in
      write(Self.erase + text)
      shown = true
    }
  }

  /// Erases the status, if one is shown.
  func clearStatus() {
    showsStatus.withLock { shown in
      if shown { write(Self.erase) }
      shown = false
    }
  }

  private func write(_ text: String) {
    try? sink.write(Array(text.utf8))
  }
}
