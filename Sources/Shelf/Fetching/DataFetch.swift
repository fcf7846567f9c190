import Records
import Runs
package import Support

/// Downloads the files of datasets by the system's `curl`.
///
/// Files that are there and right are left alone. The addresses of a file are tried in turn, and a
/// content that is none of the accepted variants counts as a failure.
package struct DataFetch {
  package let shelf: DataShelf
  /// The program that downloads.
  package var program = "curl"
  /// The environment whose proxies and certificates the program gets; `nil` for that of this one.
  package var environment: [String: String]?
  /// How long a connection and a download without a byte may take, seconds.
  package var patience = 30
  /// Told how far a download is, from time to time.
  package var onProgress: (FetchProgress) -> Void = { _ in }
  /// Asked from time to time whether to stop.
  package var isCancelled: () -> Bool = { false }

  package init(_ shelf: DataShelf) {
    self.shelf = shelf
  }

  /// Downloads what is missing or wrong.
  ///
  /// - Parameters:
  ///   - names: The datasets, or all that have addresses if there are none.
  ///   - report: Takes names that are not known, and datasets without an address.
  /// - Throws: ``FetchFailed`` at the first file that cannot be had; those before it stay.
  /// - Returns: Every file of the datasets; empty if the report has an error.
  package func fetch(
    _ names: [String] = [], _ report: InputReport
  ) throws(FetchFailed) -> [FetchedFile] {
    var entries = shelf.registry.entries(named: names, report)
    if names.isEmpty { entries.removeAll { $0.files.contains { $0.urls.isEmpty } } }
    for entry in entries {
      for file in entry.files where file.urls.isEmpty {
        report.error(
          "no address is known for '\(file.name)' of dataset '\(entry.name)'", at: nil,
          help: entry.advice)
      }
    }
    guard !report.hasErrors else { return [] }
    var fetched: [FetchedFile] = []
    for entry in entries {
      Arrival.sweep(shelf.folder(of: entry))
      for file in entry.files { fetched.append(try fetch(file, of: entry)) }
    }
    return fetched
  }

  private func fetch(
    _ file: RegisteredFile, of entry: DatasetEntry
  ) throws(FetchFailed) -> FetchedFile {
    let check = try FetchFailed.telling { () throws(FileError) in
      try shelf.check(file, of: entry)
    }
    if case .present(let variant) = check.state {
      return FetchedFile(
        dataset: entry.name, file: file, path: check.path, bytes: variant.bytes,
        origin: .alreadyThere)
    }
    let download = FileDownload(fetch: self, dataset: entry.name, file: file, path: check.path)
    let (content, url) = try download.run()
    try FetchFailed.telling { () throws(FileError) in try Arrival.put(content, at: check.path) }
    return FetchedFile(
      dataset: entry.name, file: file, path: check.path, bytes: content.count,
      origin: .downloaded(url: url))
  }
}
