import Specs
import Support
import Tables

/// The page of the expression language, from its functions and operators.
enum ExpressionPage {
  static var page: ReferencePage {
    ReferencePage(
      name: "ExpressionReference", title: "Expressions",
      summary: "What a rule, a condition, a bound or a derived column may say.",
      blocks: [
        .paragraph(
          "An expression is numbers, columns, words in single quotes, `true` and `false`, with "
            + "operators and functions between them. A quote inside a word is written twice: "
            + "`'Barnard''s galaxy'`. It works on plain numbers in the units of "
            + "their columns, and no number is written with a unit. There are no loops, so every "
            + "expression ends."
        ),
        .heading("Names"),
        .list([
          "The table's own columns.",
          "Where a row belongs to a galaxy, the columns of `galaxies`, among them those that the "
            + "user's own catalogue has beside the program's.",
          "`table.column` of any table whose keys the row has; an axis that has one value only "
            + "does not count.",
          "A name of other characters than ASCII letters, digits and `_` stands in backquotes, as "
            + "the label `VROT (km/s)` of a file in a mapping.",
        ]),
        .heading("Constants"),
        .table(
          head: ["name", "value", "unit", "what it is"],
          rows: ExpressionConstant.all.map { constant in
            [
              MarkdownText.code(constant.name), JSONValue.spelling(of: constant.value),
              MarkdownText.code(constant.unit), constant.summary,
            ]
          }),
        .heading("Quantities of a fit"),
        .paragraph(
          "The numbers of `priors`, and what stands under `ties` and in the `posterior` block, may "
            + "name quantities of the same fit as well: the parameters of its law, `upsilon_disk` "
            + "and the other quantities of the galaxy. A prior says what is known beforehand, so "
            + "that "
            + "`distance` and `inclination` in it are those of the catalogue. Models with the "
            + "parameters also know:"),
        .table(
          head: ["name", "formula", "unit", "what it is"],
          rows: DerivedQuantity.all.map { derived in
            [
              MarkdownText.code(derived.name), MarkdownText.code(derived.formula.canonicalText),
              MarkdownText.code(derived.unit), derived.summary,
            ]
          }),
        .heading("Lists"),
        .paragraph(
          "`galaxy in ('DDO154', 'NGC2403')` is true where the value is one of the list, `not in` "
            + "where it is there and none of them. A list has words or numbers, each once. Both "
            + "bind like the comparisons."),
        .heading("Operators"),
        .paragraph(
          "From the loosest to the tightest. `not` binds between `and` and the comparisons, a sign "
            + "between `*` and `^`. Comparisons do not chain."),
        .table(
          head: ["operators", "what they take and give"],
          rows: ExpressionOperator.levels.map { level in
            [MarkdownText.codes(level.map(\.rawValue)), meaning(of: level[0].family)]
          }),
        .heading("Functions"),
        .table(
          head: ["function", "value"],
          rows: ExpressionFunction.allCases.map {
            [MarkdownText.code($0.usage), $0.summary]
          }),
        .heading("What is missing"),
        .paragraph(
          "A number that is not finite is missing, and what is computed from it is missing too. A "
            + "comparison with a missing value is not met, whichever way it is put; `missing(x)` "
            + "asks."),
      ])
  }

  private static func meaning(of family: ExpressionOperator.Family) -> String {
    switch family {
    case .logic: "two conditions; a condition"
    case .comparison: "two numbers, words or conditions; a condition"
    case .arithmetic: "two numbers; a number"
    }
  }
}
