import Support
import TestKit
import Testing

@Suite("A malformed spec", .limited)
struct MalformedSpecTests {
  @Test func isRefusedWhenItIsBlank() {
    let report = InputReport()
    #expect(MadeUp.plan(SourceText(name: "test.json", text: " \n\n"), report) == nil)
    #expect(report.messages == ["the file is empty"])
    #expect(report.places.map(\.span) == [0..<0])
  }

  @Test func isRefusedWhenItIsNotUTF8() {
    let report = InputReport()
    let source = SourceText(name: "test.json", bytes: Array(#"{"name": "caf"#.utf8) + [0xe9, 0x22])
    #expect(MadeUp.plan(source, report) == nil)
    #expect(report.messages == ["the file is not UTF-8 text"])
    #expect(report.places.map(\.span) == [13..<14])
  }

  @Test func isRefusedWhenItIsNestedTooDeep() {
    let report = InputReport()
    let text = String(repeating: "[", count: 1000)
    #expect(MadeUp.plan(SourceText(name: "test.json", text: text), report) == nil)
    #expect(report.messages == ["nested more than 100 deep"])
    #expect(report.places.map(\.span) == [100..<101])
  }

  @Test func isShownWithLineColumnAndAdvice() {
    let report = InputReport()
    let text = MadeUp.spec(#""gird": {"upsilon_disk": [0.5]}"#)
    #expect(MadeUp.plan(SourceText(name: "bad.json", text: text), report) == nil)
    #expect(
      report.diagnostics.map(\.rendered) == [
        """
        bad.json:6:3: error: unknown key 'gird'
         6 |   "gird": {"upsilon_disk": [0.5]}
           |   ^~~~~~
        help: did you mean 'grid'?
        """
      ])
  }
}
