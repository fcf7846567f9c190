import Figures
import Foundation
import TestKit
import Testing

@Suite("Drawing", .limited)
struct DrawingTests {
  @Test(arguments: Samples.all + Samples.hard)
  func hasNoFaultsInSamples(scene: Scene) {
    let drawing = scene.drawn()
    #expect(drawing.faults == [])
    #expect(drawing.svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""))
    #expect(drawing.inline.hasPrefix("<svg viewBox=\"0 0 "))
    #expect(XMLCheck.fault(in: drawing.svg) == nil)
    #expect(XMLCheck.fault(in: drawing.inline) == nil)
  }

  @Test(arguments: Samples.all)
  func isTheSameTwice(scene: Scene) {
    #expect(scene.drawn().svg == scene.drawn().svg)
  }

  @Test func saysWhatItIs() {
    let svg = Samples.rotation.drawn().svg
    for text in [
      "role=\"img\" aria-labelledby=\"rotation-t rotation-d\"",
      "<title id=\"rotation-t\">Sample rotation</title>",
      "<desc id=\"rotation-d\">Made by hand.</desc>", "width=\"86mm\"",
      "<rect class=\"f-bg\" width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
    ] {
      #expect(svg.contains(text))
    }
    #expect(!svg.contains(" style="))
    #expect(!svg.contains("var("))
  }

  @Test func keepsMarkupOfNamesOutOfTheFile() {
    var scene = Samples.series
    scene.title = "<script>&\"'"
    scene.head = [Samples.head([Samples.words("a < b & c > \"d\" \u{1}")])]
    let drawing = scene.drawn()
    #expect(drawing.svg.contains("&lt;script&gt;&amp;&quot;'</title>"))
    #expect(drawing.svg.contains("a &lt; b &amp; c &gt; &quot;d&quot;"))
    #expect(XMLCheck.fault(in: drawing.svg) == nil)
  }

  @Test func isOfSmallSize() {
    #expect(Samples.rotation.drawn().svg.utf8.count < 20_000)
    #expect(Samples.gallery(of: 24).drawn().svg.utf8.count < 120_000)
  }

  @Test(arguments: [0, 1, 7, 24, 175])
  func hasAnyNumberOfBlocks(count: Int) {
    let drawing = Samples.gallery(of: count).drawn()
    #expect(drawing.faults == [])
    #expect(drawing.height > Double(count / 6) * 60)
  }

  /// Writes the samples where they can be looked at.
  @Test func isWrittenOnRequest() throws {
    guard let folder = ProcessInfo.processInfo.environment["UPSILON_FIGURES"] else { return }
    for scene in Samples.all {
      let file = URL(filePath: folder).appending(path: "\(scene.id).svg")
      try Data(scene.drawn().svg.utf8).write(to: file)
    }
  }
}
