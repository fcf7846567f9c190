import Models
import Specs
import Support
import Tables

/// Makes formulas over the quantities of a fit out of expressions, one for each galaxy.
///
/// What follows from the catalogue alone is worked out here, so that a formula holds numbers and
/// quantities only.
struct FormulaCompiler {
  private let names: RelationNames
  private let catalogue: Table

  /// - Parameters:
  ///   - names: What names stand for.
  ///   - catalogue: The galaxies of the sample.
  init(_ names: RelationNames, over catalogue: Table) {
    (self.names, self.catalogue) = (names, catalogue)
  }

  /// The formulas of an expression without mistakes; shape `[galaxies]`.
  func formulas(of expression: Expression) -> [QuantityFormula] {
    formulas(of: expression.root)
  }

  private func formulas(of node: ExpressionNode) -> [QuantityFormula] {
    guard node.names.contains(where: { names.isOfFit($0.value) }) else {
      return Expression(part: node).column(over: catalogue, TableSet()).0.map { .number($0) }
    }
    switch node.kind {
    case .number, .boolean, .word: preconditionFailure("a literal names nothing")
    case .name(let name): return formulas(named: name)
    case .minus(let operand): return one(.negative, operand)
    case .not(let operand): return one(.not, operand)
    case .binary(let infix, let left, let right): return two(infix.operation, left, right)
    case .among(let value, let list, let isIn): return among(formulas(of: value), list, isIn: isIn)
    case .call(let function, let parts): return call(function, parts)
    }
  }

  private func formulas(named name: String) -> [QuantityFormula] {
    switch names.role(of: name) {
    case .quantity(let quantity):
      [QuantityFormula](repeating: .quantity(quantity), count: catalogue.rowCount)
    case .derived(let derived): formulas(of: derived.formula)
    case .ofCatalogue, nil: preconditionFailure("only names of the fit come here")
    }
  }

  private func one(_ function: FormulaFunction, _ node: ExpressionNode) -> [QuantityFormula] {
    formulas(of: node).map { .one(function, $0) }
  }

  private func two(
    _ operation: FormulaOperator, _ left: ExpressionNode, _ right: ExpressionNode
  ) -> [QuantityFormula] {
    zip(formulas(of: left), formulas(of: right)).map { .two(operation, $0, $1) }
  }

  /// Whether a number is one of a list; what is missing is neither in it nor out of it.
  private func among(
    _ values: [QuantityFormula], _ list: [ExpressionNode], isIn: Bool
  ) -> [QuantityFormula] {
    values.map { value in
      let parts = list.compactMap(\.number).map { number -> QuantityFormula in
        .two(isIn ? .equal : .unequal, value, .number(number))
      }
      return parts.dropFirst().reduce(parts[0]) { .two(isIn ? .or : .and, $0, $1) }
    }
  }

  private func call(
    _ function: ExpressionFunction, _ parts: [ExpressionNode]
  ) -> [QuantityFormula] {
    switch function {
    case .abs: return one(.magnitude, parts[0])
    case .sqrt: return one(.squareRoot, parts[0])
    case .exp: return one(.exponential, parts[0])
    case .ln: return one(.logarithm, parts[0])
    case .log10: return one(.decimalLogarithm, parts[0])
    case .tanh: return one(.tanh, parts[0])
    case .floor: return one(.floor, parts[0])
    case .ceil: return one(.ceiling, parts[0])
    case .round: return one(.rounded, parts[0])
    case .missing: return one(.isMissing, parts[0])
    case .min, .max:
      let columns = parts.map { formulas(of: $0) }
      return columns.dropFirst().reduce(columns[0]) { sum, next in
        zip(sum, next).map { .two(function == .min ? .least : .greatest, $0, $1) }
      }
    case .if:
      let columns = parts.map { formulas(of: $0) }
      return columns[0].indices.map { .choice(columns[0][$0], columns[1][$0], columns[2][$0]) }
    }
  }
}

extension ExpressionOperator {
  fileprivate var operation: FormulaOperator {
    switch self {
    case .or: .or
    case .and: .and
    case .equal: .equal
    case .unequal: .unequal
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .plus: .plus
    case .minus: .minus
    case .times: .times
    case .divided: .divided
    case .power: .power
    }
  }
}
