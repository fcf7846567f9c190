package import Support

extension JSONType where Value == [FigureRequest] {
  /// A list in which no two figures have one name: files differ in more than the case of letters.
  package var distinctFigures: JSONType {
    map { figures, _, report in
      var seen: Set<String> = []
      for figure in figures where !seen.insert(SceneMaker.id([figure.name])).inserted {
        report.error(
          "there is a figure '\(figure.name)' already, and files differ in more than case",
          at: figure.place, help: "give this one a \"name\" of its own")
      }
      return figures
    }
  }
}
