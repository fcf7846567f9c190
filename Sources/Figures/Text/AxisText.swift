import Support
import Tables

/// Labels of axes from the expressions that they show, in the markup of labels.
struct AxisText {
  private let table: TableSchema
  private let schemas: SchemaSet

  init(_ table: TableSchema, _ schemas: SchemaSet) {
    self.table = table
    self.schemas = schemas
  }

  /// The label with its unit in round brackets, where the unit is known.
  func label(_ expression: Expression) -> String {
    let text = Self.text(expression.root)
    let unit = UnitText.text(unit(expression.root))
    return unit.isEmpty ? text : "\(text) (\(unit))"
  }

  /// The unit of a column; `nil` where it is not known.
  func unit(of name: String) -> String? {
    switch TableNames(table, schemas).source(of: name) {
    case .own(let index): table.columns[index].unit
    case .joined(let other, let index): other.columns[index].unit
    case .constant: ExpressionConstant.named(name)?.unit
    case nil: nil
    }
  }

  private func unit(_ node: ExpressionNode) -> String? {
    switch node.kind {
    case .name(let name): return unit(of: name)
    case .minus(let part): return unit(part)
    case .call(.log10, let parts):
      // The logarithm has the unit of what it is taken of, said in the same place.
      return unit(parts[0])
    case .call(.abs, let parts): return unit(parts[0])
    case .binary(.minus, let left, let right), .binary(.plus, let left, let right):
      if case .call(.log10, _) = left.kind, case .call(.log10, _) = right.kind { return "dex" }
      let units = (unit(left), unit(right))
      return units.0 == units.1 ? units.0 : nil
    case .binary(.times, let left, let right):
      if left.number != nil { return unit(right) }
      return right.number != nil ? unit(left) : nil
    default: return nil
    }
  }

  /// An expression with the symbols of its quantities.
  static func text(_ node: ExpressionNode) -> String {
    switch node.kind {
    case .name(let name): return QuantitySymbol.text(name)
    case .number(let value): return FigureNumber.short(value)
    case .minus(let part): return "−\(text(part))"
    case .call(.log10, let parts): return "log \(bracketed(parts[0]))"
    case .call(.ln, let parts): return "ln \(bracketed(parts[0]))"
    case .call(.abs, let parts): return "|\(text(parts[0]))|"
    case .call(.sqrt, let parts): return "√\(bracketed(parts[0]))"
    case .call(let function, let parts):
      return "\(function.name)(\(parts.map(text).joined(separator: ", ")))"
    case .binary(.power, let base, let power): return "\(bracketed(base))^{\(text(power))}"
    case .binary(let sign, let left, let right):
      switch sign {
      case .minus: return "\(text(left)) − \(bracketed(right))"
      case .plus: return "\(text(left)) + \(text(right))"
      case .times: return "\(bracketed(left)) \(bracketed(right))"
      case .divided: return "\(bracketed(left))/\(bracketed(right))"
      case .equal: return "\(text(left)) = \(text(right))"
      case .unequal: return "\(text(left)) ≠ \(text(right))"
      case .lessOrEqual: return "\(text(left)) ≤ \(text(right))"
      case .greaterOrEqual: return "\(text(left)) ≥ \(text(right))"
      case .less, .greater, .or, .and, .power:
        return "\(text(left)) \(sign.rawValue) \(text(right))"
      }
    case .word(let word): return word
    default: return plain(node.canonicalText)
    }
  }

  private static func bracketed(_ node: ExpressionNode) -> String {
    switch node.kind {
    case .binary(.power, _, _): text(node)
    case .binary(let sign, _, _) where sign == .plus || sign == .minus: "(\(text(node)))"
    default: text(node)
    }
  }

  /// A text without the signs of the markup.
  static func plain(_ text: String) -> String {
    text.filter { !"*_^{}".contains($0) }
  }
}
