import Tables
import TestKit
import Testing

@Suite("A derivation", .limited)
struct DeriveStepTests {
  @Test func givesItsColumnsUnitAndMeaning() throws {
    let made = try Reading.table(
      #""derive": "scan", "columns": {"twice": "score * 2", "sum": {"expression": "twice + n", "unit": "kpc"}}"#,
      from: [SmallTables.scan])
    #expect(made.schema["sum"]?.unit == "kpc")
    #expect(made.schema["sum"]?.summary == "twice + n")
    #expect(made.schema["twice"]?.unit == "")
  }
}
