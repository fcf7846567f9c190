/// The dataset of a run, as its manifest has it.
package struct DatasetRecord: Equatable, Sendable {
  /// What the spec calls it.
  package let name: String
  /// How to cite it; empty for the user's own files.
  package let citation: String
  /// What was noticed while it was read.
  package let notes: [String]

  package init(name: String, citation: String, notes: [String]) {
    self.name = name
    self.citation = citation
    self.notes = notes
  }

  static let codec = RecordCodec<DatasetRecord>.object(
    DatasetRecord.init(name:citation:notes:),
    RecordField("name", \.name, .text),
    RecordField("citation", \.citation, .text),
    RecordField("notes", \.notes, RecordCodec.text.list))
}
