import Console
import TestKit
import Testing
import upsilon

@Suite("The manual page", .limited)
struct ManualTests {
  private let program: Program

  init() throws {
    program = try Program()
  }

  @Test func hasEveryVerbWithItsOptions() throws {
    let page = try program.run("manual").output
    for command in Upsilon.catalogue.commands {
      #expect(page.contains(".SS \"\(command.name)\"\n"))
      for parameter in command.parameters {
        let label = parameter.label.replacing("-", with: "\\-").replacing("…", with: "...")
        #expect(page.contains("\\fB\(label)\\fR\n"))
      }
    }
    #expect(page.contains("UPSILON_DATA"))
    #expect(page.contains(".SH \"EXIT STATUS\""))
  }

  /// Where `groff` is installed it has nothing to say of the page.
  @Test func isSetWithoutAWord() throws {
    guard try program.shell("command -v groff").status == 0 else { return }
    let ending = try program.shell("upsilon manual | groff -ww -man -Tutf8 > page")
    #expect(ending.messages == "")
    #expect(try program.shell("grep -c 'upsilon run' page").status == 0)
  }
}
