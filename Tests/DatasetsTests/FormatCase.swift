import Datasets
import Galaxies
import Support
import TestKit
import Testing

/// Files with mistakes, and what is to be said of them.
struct FormatCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let format: String
  /// Roles, names and marked texts.
  let files: [(role: String, name: String, text: String)]
  /// The messages, in the order of the marks; those without a place come last.
  let messages: [String]

  init(_ what: String, points: String, catalogue: String? = nil, _ messages: String...) {
    testDescription = what
    format = "csv"
    files =
      [("points", "points.csv", points)]
      + (catalogue.map { [("catalogue", "catalogue.csv", $0)] } ?? [])
    self.messages = messages
  }

  init(_ what: String, catalogue: String, _ messages: String...) {
    testDescription = what
    format = "csv"
    files = [
      ("points", "points.csv", "galaxy,radius,v_obs,e_v_obs,v_gas,v_disk\nA,1,2,3,4,5\n"),
      ("catalogue", "catalogue.csv", catalogue),
    ]
    self.messages = messages
  }

  init(_ what: String, rotmod texts: String..., messages: String...) {
    testDescription = what
    format = "rotmod"
    files = texts.enumerated().map { ("curves", "\($0)/A_rotmod.dat", $1) }
    self.messages = messages
  }

  init(_ what: String, sparc rows: String, curves: String, _ messages: [String]) {
    testDescription = what
    format = "sparc"
    files = [("catalogue", "catalogue.mrt", rows), ("curves", "curves.mrt", curves)]
    self.messages = messages
  }

  /// Reads the files.
  func diagnostics() throws -> (found: [Diagnostic], marked: [MarkedText]) {
    let marked = files.map { MarkedText($0.text, name: $0.name) }
    let report = InputReport()
    _ = DatasetReaders.read(
      DatasetFiles(zip(files, marked).map { ($0.role, $1.source) }),
      as: try #require(DatasetReaders.reader(named: format)), report)
    let rejected = #expect(throws: InputRejected.self) { try report.check() }
    return (rejected?.diagnostics ?? [], marked)
  }
}
