import Machine
import Records
import Runs
import Support

/// The download of one file: its addresses in turn, until one has the right content.
///
/// What arrives is kept in memory, at most as much as the largest accepted content has: nothing is
/// on the disk before it is right.
struct FileDownload {
  let fetch: DataFetch
  let dataset: String
  let file: RegisteredFile
  /// Where the file belongs.
  let path: String

  /// What an address gave.
  private enum Result {
    case right([UInt8])
    case wrong(reason: String)
  }

  /// Downloads the file.
  ///
  /// - Throws: ``FetchFailed`` if no address has it.
  /// - Returns: The content, which is right, and the address that had it.
  func run() throws(FetchFailed) -> (content: [UInt8], url: String) {
    var attempts: [FetchFailed.Attempt] = []
    for url in file.urls {
      switch try attempt(url) {
      case .right(let content): return (content, url)
      case .wrong(let reason):
        attempts.append(FetchFailed.Attempt(url: url, reason: reason))
      }
    }
    throw .unavailable(path: path, attempts: attempts)
  }

  private func attempt(_ url: String) throws(FetchFailed) -> Result {
    guard file.largest <= Files.largestInput else {
      return .wrong(reason: "more than \(Files.largestInput.grouped) bytes, which cannot be read")
    }
    let process = ChildProcess(
      program: fetch.program, arguments: arguments(url), outputLimit: file.largest,
      environment: fetch.environment ?? Host.environment)
    let end = ContinuousClock.now + .seconds(longest + 2)
    var (seen, isLate) = (0, false)
    let ending: ChildProcess.Ending
    do {
      ending = try process.run { received in
        if received > seen { tell(url, received, of: file.largest) }
        seen = received
        isLate = ContinuousClock.now > end
        return !isLate && !fetch.isCancelled()
      }
    } catch {
      return .wrong(reason: "\(error)")
    }
    if fetch.isCancelled() { throw .cancelled }
    if isLate { return .wrong(reason: "no end after \(longest.grouped) seconds") }
    if ending.isCut || ending.status == Self.tooLarge {
      return .wrong(reason: "more than \(file.largest.grouped) bytes, another file")
    }
    guard ending.status == 0 else { return .wrong(reason: reason(ending)) }
    let variant = FileVariant(of: ending.output)
    guard file.accepts(variant) else {
      return .wrong(reason: "not the right file: \(file.objection(to: variant))")
    }
    tell(url, variant.bytes, of: variant.bytes)
    return .right(ending.output)
  }

  private func tell(_ url: String, _ bytes: Int, of total: Int) {
    fetch.onProgress(
      FetchProgress(
        dataset: dataset, file: file.name, url: url, bytes: min(bytes, total), total: total))
  }

  /// The arguments of `curl`, which watches over itself as well: it may outlive this program, until
  /// it writes.
  private func arguments(_ url: String) -> [String] {
    [
      "--disable", "--silent", "--show-error", "--fail", "--globoff", "--no-buffer",
      "--location", "--max-redirs", "10", "--proto", "=http,https", "--proto-redir", "=http,https",
      "--connect-timeout", "\(fetch.patience)", "--max-time", "\(longest)",
      "--speed-limit", "\(Self.slowest)", "--speed-time", "\(fetch.patience)",
      // A page that says that there is no such file may be larger than the file.
      "--max-filesize", "\(max(file.largest, 1 << 20))", "--url", url,
    ]
  }

  /// How long a download may take, seconds.
  private var longest: Int { 2 * fetch.patience + file.largest / Self.slowest }

  /// How many bytes a second have to come in the long run.
  private static let slowest = 1000

  /// Why `curl` failed, in its own words.
  private func reason(_ ending: ChildProcess.Ending) -> String {
    let complaint = ending.complaints.last { $0.hasPrefix("curl: (") }?
      .split(separator: ") ", maxSplits: 1).last.map(String.init)
    return complaint.map { $0.prefix(1).lowercased() + $0.dropFirst() }
      ?? "\(fetch.program) ended with status \(ending.status)"
  }

  /// The status by which `curl` says that a file is larger than wanted.
  private static let tooLarge: Int32 = 63
}
