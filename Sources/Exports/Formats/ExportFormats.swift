/// Every format in which tables leave the house.
///
/// The order is that of the documentation.
package enum ExportFormats {
  package static let all: [any ExportFormat.Type] = [
    CSVFormat.self, JSONFormat.self, LaTeXFormat.self, MRTFormat.self, VOTableFormat.self,
    FITSFormat.self, SQLiteFormat.self, ZarrFormat.self, GetDistFormat.self,
  ]

  package static func format(named name: String) -> (any ExportFormat.Type)? {
    all.first { $0.name == name }
  }
}
