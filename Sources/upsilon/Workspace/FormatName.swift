import Console
import Exports

/// A format of exports as the command line names it.
struct FormatName: ArgumentValue {
  let format: any ExportFormat.Type

  static let expectation = "a format: \(choices.joined(separator: ", "))"
  static let choices = ExportFormats.all.map { $0.name }

  var argument: String { format.name }

  init?(argument: String) {
    guard let format = ExportFormats.format(named: argument) else { return nil }
    self.format = format
  }
}
