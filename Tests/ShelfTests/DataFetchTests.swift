import Foundation
import Runs
import Shelf
import Support
import TestKit
import Testing

@Suite("Downloading data", .limited, .enabled(if: DataServer.canStart, "\(DataServer.advice)"))
struct DataFetchTests {
  private let source: TemporaryDirectory
  private let server: DataServer
  private let report = InputReport()

  init() throws {
    source = try TemporaryDirectory()
    try source.write(DataSamples.points, to: "points.csv")
    try source.write(DataSamples.catalogue, to: "catalogue.csv")
    server = try DataServer(serving: source.path)
    try #require(server.port > 0)
  }

  /// A data folder whose dataset has these addresses on the server.
  private func samples(_ kinds: String...) throws -> DataSamples {
    try DataSamples(urls: kinds.map { "\(server.address)/\($0)" })
  }

  private func fetch(_ samples: DataSamples) throws -> DataFetch {
    var fetch = DataFetch(try samples.shelf())
    fetch.environment = DataServer.environment
    fetch.patience = 5
    return fetch
  }

  /// Downloads what cannot be had, and gives the reason of each address.
  private func reasons(_ samples: DataSamples) throws -> [String] {
    let failure = try #require(throws: FetchFailed.self) {
      try fetch(samples).fetch(["made"], report)
    }
    guard case .unavailable(let path, let attempts) = failure else {
      Issue.record("\(failure)")
      return []
    }
    #expect(path == "\(samples.folder)/made/points.csv")
    #expect(try samples.files() == [], "nothing is left behind")
    return attempts.map(\.reason)
  }

  @Test func bringsWhatIsMissing() throws {
    let samples = try samples("right")
    let fetched = try fetch(samples).fetch(["made"], report)
    try report.check()
    let urls = ["points", "catalogue"].map { "\(server.address)/right/\($0).csv" }
    #expect(fetched.map(\.origin) == urls.map { .downloaded(url: $0) })
    #expect(try samples.files() == ["made", "made/catalogue.csv", "made/points.csv"])
    #expect(try samples.shelf().verify(["made"], report).allSatisfy { $0.isRight })
  }

  @Test func leavesAloneWhatIsThere() throws {
    let samples = try samples("missing")
    try samples.fill()
    let fetched = try fetch(samples).fetch(["made"], report)
    #expect(fetched.map(\.origin) == [.alreadyThere, .alreadyThere])
  }

  @Test func replacesAWrongFile() throws {
    let samples = try samples("right")
    try samples.fill()
    try samples.directory.write("wrong", to: "data/made/points.csv")
    let fetched = try fetch(samples).fetch(["made"], report)
    #expect(fetched[0].origin == .downloaded(url: "\(server.address)/right/points.csv"))
    #expect(fetched[1].origin == .alreadyThere)
    #expect(try samples.directory.read("data/made/points.csv") == DataSamples.points)
  }

  @Test(arguments: ["missing", "wrong", "short", "closed", "endless", "ftp", "claims"])
  func goesOnToTheSecondAddress(_ kind: String) throws {
    let samples = try samples(kind, "away")
    let fetched = try fetch(samples).fetch(["made"], report)
    #expect(
      fetched.map(\.origin)
        == ["points", "catalogue"].map {
          .downloaded(url: "\(server.address)/away/\($0).csv")
        })
    #expect(try samples.files() == ["made", "made/catalogue.csv", "made/points.csv"])
  }

  @Test func tellsWhyEachAddressFails() throws {
    let samples = try samples("missing", "wrong", "short", "closed", "endless", "ftp")
    let reasons = try reasons(samples)
    try #require(reasons.count == 6)
    #expect(reasons[0] == "the requested URL returned error: 404")
    #expect(reasons[1].hasPrefix("not the right file: its SHA-256 starts with "))
    #expect(reasons[2].contains("remaining"))
    #expect(reasons[3] == "empty reply from server")
    #expect(reasons[4] == "more than \(DataSamples.pointsCRLF.utf8.count) bytes, another file")
    #expect(reasons[5].lowercased().contains("protocol"))
  }

  @Test func tellsThatNobodyListens() throws {
    // A port that was free a moment ago.
    let port = try { try DataServer(serving: source.path).port }()
    let samples = try DataSamples(urls: ["http://127.0.0.1:\(port)"])
    let reason = try #require(try reasons(samples).first)
    #expect(reason.hasPrefix("failed to connect to 127.0.0.1 port \(port)"))
  }

  @Test func writesOneLineForEachAddress() throws {
    let samples = try samples("missing", "closed")
    let failure = try #require(throws: FetchFailed.self) {
      try fetch(samples).fetch(["made"], report)
    }
    #expect(
      "\(failure)" == """
        cannot download '\(samples.folder)/made/points.csv'
          \(server.address)/missing/points.csv: the requested URL returned error: 404
          \(server.address)/closed/points.csv: empty reply from server
        """)
    #expect(failure.help == "download it by hand, and 'upsilon data import PATH' takes it")
  }

  @Test func keepsTheWrongFileThatItCannotReplace() throws {
    let samples = try samples("missing")
    try samples.directory.write("mine", to: "data/made/points.csv")
    #expect(throws: FetchFailed.self) { try fetch(samples).fetch(["made"], report) }
    #expect(try samples.files() == ["made", "made/points.csv"])
    #expect(try samples.directory.read("data/made/points.csv") == "mine")
  }

  @Test func stopsWhenAsked() throws {
    let start = ContinuousClock.now
    let samples = try samples("slow")
    var fetch = try fetch(samples)
    fetch.patience = 120
    var steps: [FetchProgress] = []
    fetch.onProgress = { steps.append($0) }
    fetch.isCancelled = { !steps.isEmpty }
    #expect(throws: FetchFailed.cancelled) { try fetch.fetch(["made"], report) }
    #expect(steps.first?.bytes == 1)
    #expect(ContinuousClock.now - start < .seconds(15), "the server would hold on for twenty")
    #expect(try samples.files() == [])
  }

  @Test func tellsHowFarItIs() throws {
    let samples = try samples("right")
    var fetch = try fetch(samples)
    var steps: [FetchProgress] = []
    fetch.onProgress = { steps.append($0) }
    _ = try fetch.fetch(["made"], report)
    let last = try #require(steps.last { $0.file == "points.csv" })
    #expect(last.bytes == DataSamples.points.utf8.count && last.total == last.bytes)
    #expect(last.url == "\(server.address)/right/points.csv" && last.dataset == "made")
  }

  @Test func tellsThatCurlIsMissing() throws {
    let samples = try samples("right")
    var fetch = try fetch(samples)
    fetch.program = "no-such-curl"
    let failure = try #require(throws: FetchFailed.self) { try fetch.fetch(["made"], report) }
    #expect("\(failure)".contains(": cannot start 'no-such-curl': it is not installed"))
    #expect(try samples.files() == [])
  }

  @Test func tellsWhatCannotBeWritten() throws {
    let samples = try samples("right")
    try samples.directory.write("in the way", to: "data/made")
    let failure = try #require(throws: FetchFailed.self) {
      try fetch(samples).fetch(["made"], report)
    }
    guard case .file(let error) = failure else {
      Issue.record("\(failure)")
      return
    }
    #expect(error.path == "\(samples.folder)/made")
    #expect(try samples.files() == ["made"])
  }

  /// A program in the place of `curl`.
  private func reason(_ script: String) throws -> String {
    let samples = try samples("right")
    let text = try samples.directory.write("#!/bin/sh\n\(script)\n", to: "curl.txt")
    var fetch = try fetch(samples)
    fetch.program = try samples.directory.copyProgram(text, to: "curl").path
    fetch.environment?["UPSILON_SECRET"] = "told"
    fetch.environment?["HTTPS_PROXY"] = "proxy"
    let failure = try #require(throws: FetchFailed.self) { try fetch.fetch(["made"], report) }
    guard case .unavailable(_, let attempts) = failure else { return "\(failure)" }
    #expect(try samples.files() == [])
    return attempts[0].reason
  }

  @Test(arguments: [
    ("exec cat /dev/zero", "more than"), ("trap '' TERM PIPE; cat /dev/zero", "more than"),
    ("while :; do echo noise >&2; done", "ended with status"),
    ("(while :; do sleep 1; done) & echo x", "not the right file: it has 2 bytes"),
    ("exec >&- 2>&-; sleep 1; exit 5", "ended with status 5"), ("kill -9 $$", "status 137"),
  ])
  func isObeyedWhateverCurlDoes(_ script: String, _ expected: String) throws {
    let reason = try reason(script)
    #expect(reason.contains(expected), "\(reason)")
  }

  @Test func startsCurlWithFewVariables() throws {
    let script = #"echo "curl: (1) $UPSILON_SECRET, $HTTPS_PROXY, ${PATH:+path}" >&2; exit 1"#
    #expect(try reason(script) == ", proxy, path")
  }

  @Test func refusesWhatHasNoAddress() throws {
    let samples = try DataSamples()
    #expect(try fetch(samples).fetch(["made"], report).isEmpty)
    #expect(report.messages.first == "no address is known for 'points.csv' of dataset 'made'")
    #expect(try fetch(samples).fetch(["mode"], report).isEmpty)
    #expect(report.messages.last == "unknown dataset 'mode'")
    #expect(try fetch(samples).fetch(["mock"], InputReport()).isEmpty)
  }
}
