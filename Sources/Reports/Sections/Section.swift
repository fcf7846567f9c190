/// A part of a report with a heading, to which the contents lead.
struct Section {
  /// Names its element.
  let id: String
  let title: String
  let body: HTML

  /// - Parameters:
  ///   - id: The name of the element.
  ///   - title: The heading.
  ///   - heading: The heading where it says more than the contents.
  ///   - body: What follows it.
  init(_ id: String, _ title: String, heading: HTML, _ body: HTML) {
    self.id = id
    self.title = title
    self.body = """
      <section id="\(id)" aria-labelledby="\(id)-h"><h2 id="\(id)-h">\(heading)</h2>
      \(body)</section>

      """
  }

  init(_ id: String, _ title: String, _ body: HTML) {
    self.init(id, title, heading: HTML(text: title), body)
  }
}
