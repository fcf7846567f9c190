import Console
import Runs
import Shelf
import Support

/// How far a download is, on one line of the terminal.
final class DownloadLine {
  private let terminal: Terminal
  private var current: (path: String, line: ProgressLine)?

  init(_ terminal: Terminal) {
    self.terminal = terminal
  }

  func show(_ progress: FetchProgress) {
    let path = "\(progress.dataset)/\(progress.file)"
    if current?.path != path {
      finish()
      current = (
        path, ProgressLine(path, total: progress.total, on: terminal, clock: monotonicSeconds)
      )
    }
    current?.line.update(done: min(progress.bytes, progress.total))
  }

  func finish() {
    current?.line.finish()
    current = nil
  }
}
