import Console
import Runs
import Shelf
import Support

/// `upsilon data fetch`: downloads datasets.
enum DataFetchCommand: Command {
  static let datasets = Positionals<String>(
    "dataset", minimum: 0, "Which datasets; all by default.")

  static let name = "data fetch"
  static let summary = "Download datasets, check their hashes, put them in place."
  static let details = [
    "Each file is downloaded by 'curl', at most as much as the registry says. Its size and SHA-256 "
      + "are compared with the registry, and only then it is written. A failure leaves nothing "
      + "behind."
  ]
  static let parameters: [any Parameter] = [datasets, Workspace.data]
  static let examples = ["data fetch sparc"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let cancellation = Cancellation()
    let watch = Interruption.watch(cancellation)
    defer { withExtendedLifetime(watch) {} }
    let report = InputReport()
    var fetch = DataFetch(try Workspace.shelf(arguments))
    let line = DownloadLine(terminal)
    fetch.isCancelled = { cancellation.isRequested }
    fetch.onProgress = { line.show($0) }
    defer { line.finish() }
    let files = try fetch.fetch(arguments[datasets], report)
    line.finish()
    try report.check()
    for file in files {
      switch file.origin {
      case .alreadyThere: terminal.out("\(file.path): already there")
      case .downloaded(let url):
        terminal.out("\(file.path): \(file.bytes.grouped) bytes from \(url)")
      }
    }
    return .done
  }
}
