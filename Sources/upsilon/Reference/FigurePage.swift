import Figures
import Support

/// The page of the figures, from the keys that they declare.
enum FigurePage {
  static var page: ReferencePage {
    ReferencePage(
      name: "FigureReference", title: "Figures",
      summary: "Every figure that `outputs.figures` may name, and the grammar for any other.",
      blocks: named + grammar + rules)
  }

  private static var named: [ReferenceBlock] {
    [
      .paragraph(
        "A figure is a word, such as `\"rar\"`; an object with the word as `figure` and keys of "
          + "its own; or an object of the grammar. Each named figure is written in the grammar: "
          + "what it stands for can be copied into a spec and changed there.")
    ]
      + FigureCatalogue.reference.flatMap { figure -> [ReferenceBlock] in
        [
          .heading(figure.word), .paragraph("\(figure.summary.capitalizedSentence)."),
          KeyPage.table(of: figure.keys),
        ]
      }
  }

  private static var grammar: [ReferenceBlock] {
    [
      .heading("The grammar"),
      .paragraph(
        "The figure, each of its `blocks`, each of their `panels` and each of their `layers` has "
          + "the keys of a layer, and what stands around one holds in it where it does not say its "
          + "own. Channels are expressions over the rows of a table, or numbers. Labels may have "
          + "`*italics*`, `_{sub}` and `^{super}`."),
      KeyPage.table(of: FigureSpec.keys.map(\.reference)),
    ]
  }

  private static var rules: [ReferenceBlock] {
    [
      .heading("Rules no figure can break"),
      .paragraph(
        "What lies on a bound is hollow, told by the row itself or by the table of fits. Symbol "
          + "and dash double every colour, of which there are eight. Bars begin at zero and stand "
          + "on no log axis. A median or a mean has its spread. Axes have their units."),
    ]
  }
}
