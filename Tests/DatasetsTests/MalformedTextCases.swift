import TestKit

extension FormatCase {
  /// Files that are not text, or not a table.
  static let text = [
    FormatCase("an empty file", points: "⟨⟩", "the file is empty"),
    FormatCase("a blank file", points: "⟨⟩ \n\n", "the file is empty"),
    FormatCase("a NUL", points: "galaxy,ra⟨\0⟩dius\n", "the file is not text"),
    FormatCase(
      "a lone carriage return", points: "galaxy,radius⟨\r⟩A,1\rA,2\r",
      "a carriage return that does not end a line"),
    FormatCase(
      "only comments", points: "⟨# nothing⟩\n", "the file has only comments"),
    FormatCase(
      "only a header", points: "⟨galaxy,radius,v_obs,e_v_obs,v_gas,v_disk⟩\n",
      "no row after the names of the columns"),
    FormatCase(
      "columns without end",
      points: "galaxy" + String(repeating: ",a", count: 9_999) + ",⟨b⟩,c\nA,1\n",
      "the first row names more than 10,000 columns"),
    FormatCase(
      "a column twice", points: "galaxy,radius,⟨radius⟩\nA,1,1\n", "column 'radius' stands twice"),
    FormatCase(
      "an open quote", points: Fixtures.points("⟨\"A,1,2,3,4,5⟩\nA,1,2,3,4,5"),
      "the quote that opens here is not closed on its line"),
    FormatCase(
      "text after a quote", points: Fixtures.points("\"A\"⟨B⟩,1,2,3,4,5"),
      "text after the closing quote"),
    FormatCase(
      "a truncated last row", points: Fixtures.points("A,1,2,3,4,5\n⟨A,2,2,3⟩"),
      "this row has 4 fields, the first row names 6 columns"),
    FormatCase(
      "decimal commas", points: Fixtures.points("⟨A,1,0,2,3,4,5⟩"),
      "this row has 7 fields, the first row names 6 columns"),
  ]
}
