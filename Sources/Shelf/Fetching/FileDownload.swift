import Records
import Runs
import Support

/// The download of one file: its addresses in turn, until one has the right content.
struct FileDownload {
  let fetch: DataFetch
  let dataset: String
  let file: RegisteredFile
  let arrival: Arrival

  /// What an address gave.
  private enum Result {
    case right(FileVariant)
    case wrong(reason: String)
  }

  /// Downloads into the temporary file of the arrival, and waits until it is on the disk.
  func run() throws(FetchFailed) -> FetchedFile {
    var attempts: [FetchFailed.Attempt] = []
    for url in file.urls {
      switch try attempt(url) {
      case .right(let variant):
        return FetchedFile(
          dataset: dataset, file: file, path: arrival.path, bytes: variant.bytes,
          origin: .downloaded(url: url))
      case .wrong(let reason):
        attempts.append(FetchFailed.Attempt(url: url, reason: reason))
      }
    }
    throw .unavailable(path: arrival.path, attempts: attempts)
  }

  private func attempt(_ url: String) throws(FetchFailed) -> Result {
    try FetchFailed.telling { () throws(FileError) in try Files.remove(arrival.part) }
    var (seen, isTooLarge) = (0, false)
    let process = ChildProcess(
      program: fetch.program, arguments: arguments(url), environment: fetch.environment)
    let ending: ChildProcess.Ending
    do {
      ending = try process.run {
        let size = Files.size(of: arrival.part) ?? 0
        if size > seen { tell(url, size, of: file.largest) }
        seen = size
        isTooLarge = size > file.largest
        return !isTooLarge && !fetch.isCancelled()
      }
    } catch {
      return .wrong(reason: "\(error)")
    }
    if isTooLarge { return .wrong(reason: "more than \(file.largest.grouped) bytes, another file") }
    if ending.isUnwanted || fetch.isCancelled() { throw .cancelled }
    guard ending.status == 0 else { return .wrong(reason: try reason(ending)) }
    return try FetchFailed.telling { () throws(FileError) in try arrived(url) }
  }

  /// Checks what has come.
  private func arrived(_ url: String) throws(FileError) -> Result {
    // An empty answer makes no file.
    let content = Files.exists(arrival.part) ? try Files.read(arrival.part) : []
    let variant = FileVariant(of: content)
    guard file.accepts(variant) else {
      return .wrong(reason: "not the right file: \(file.objection(to: variant))")
    }
    try Files.flush(arrival.part)
    tell(url, variant.bytes, of: variant.bytes)
    return .right(variant)
  }

  private func tell(_ url: String, _ bytes: Int, of total: Int) {
    fetch.onProgress(
      FetchProgress(
        dataset: dataset, file: file.name, url: url, bytes: min(bytes, total), total: total))
  }

  private func arguments(_ url: String) -> [String] {
    [
      "--disable", "--silent", "--show-error", "--fail", "--globoff", "--no-buffer",
      "--location", "--max-redirs", "10", "--proto", "=http,https", "--proto-redir", "=http,https",
      "--connect-timeout", "\(fetch.patience)",
      "--speed-limit", "1", "--speed-time", "\(fetch.patience)",
      "--output", arrival.part.hasPrefix("-") ? "./\(arrival.part)" : arrival.part, "--url", url,
    ]
  }

  /// Why `curl` failed, in its own words; a disk that refuses is no fault of the address.
  private func reason(_ ending: ChildProcess.Ending) throws(FetchFailed) -> String {
    let complaint = ending.complaints.last { $0.hasPrefix("curl: (") }?
      .split(separator: ") ", maxSplits: 1).last.map(String.init)
    let reason =
      complaint.map { $0.prefix(1).lowercased() + $0.dropFirst() }
      ?? "\(fetch.program) ended with status \(ending.status)"
    guard ending.status != Self.cannotWrite else {
      throw .file(FileError("write", arrival.path, "\(reason); the disk may be full"))
    }
    return reason
  }

  /// The status by which `curl` says that it cannot write what it received.
  private static let cannotWrite: Int32 = 23
}
