import Console
import TestKit
import Testing

@Suite("A manual page", .limited)
struct ManualPageTests {
  private let page = ManualPage(
    of: sampleCatalogue, description: [".It has a stop in front, and a \\ in it."],
    [.init("Files", [("a-b", "χ² is written 'here'."), (nil, "No more.")])]
  ).text

  @Test func tellsWhatIsDeclared() {
    #expect(
      page.hasPrefix(
        """
        .TH "UPSILON" "1" "" "upsilon 1.2.3" ""
        .SH "NAME"
        upsilon \\- upsilon runs declarative experiments on galaxy rotation curves

        """.replacing("\n\n", with: "\n")))
    for command in sampleCatalogue.commands {
      #expect(page.contains(".SS \"\(command.name)\"\n"))
      for parameter in command.parameters {
        #expect(page.contains("\\fB\(parameter.label.replacing("-", with: "\\-"))\\fR\n"))
      }
    }
    #expect(page.contains(".SH \"EXPERIMENTS COMMANDS\"\n"))
  }

  @Test func setsTextAsItIs() {
    #expect(page.contains("\n\\&.It has a stop in front, and a \\e in it.\n"))
    #expect(page.contains("\n\\fBa\\-b\\fR\n\\[u03C7]\\[u00B2] is written \\(aqhere\\(aq.\n"))
    #expect(page.utf8.allSatisfy { $0 < 0x80 })
    #expect(page.hasSuffix(".PP\nNo more.\n"))
  }

  @Test func keepsLinesThatStandAsTheyAre() {
    #expect(page.contains(".nf\n    grid.upsilon_disk=[0.5]\n    grid.upsilon_bulge=[0.7]\n.fi\n"))
  }
}
