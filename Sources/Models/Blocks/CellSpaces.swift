import Numerics

/// The space of a fit in the cells of one galaxy.
///
/// A class, so that what fits cells holds it without copying.
final class CellSpaces: Sendable {
  let subject: FitSubject
  private let law: any RotationLaw.Type
  /// The bounds and priors of every quantity, those that cells fix with them.
  private let space: FitSpace
  /// What cells fix.
  let fixed: [Quantity]

  init(
    _ law: any RotationLaw.Type, _ subject: FitSubject, _ space: FitSpace,
    fixing fixed: [FixedQuantity]
  ) {
    (self.law, self.subject, self.space) = (law, subject, space)
    self.fixed = fixed.map(\.quantity)
  }

  /// The space that all cells have but for their mass-to-light ratios; `nil` where cells fix
  /// anything else, something is known of these, or there is no fit.
  var common: ResolvedSpace? {
    var first = space
    for quantity in fixed {
      switch quantity {
      case .galaxy(.upsilonDisk), .galaxy(.upsilonBulge), .galaxy(.upsilonGas):
        guard space[quantity].prior == .uniform else { return nil }
        first.fix(quantity, at: 1)
      case .parameter, .galaxy: return nil
      }
    }
    return try? ResolvedSpace(law, law.card, subject, first)
  }

  /// The space of one cell as it is given.
  func space(of cell: Int, in cells: CellValues) -> FitSpace {
    var space = space
    for (place, quantity) in fixed.enumerated() { space.fix(quantity, at: cells[place, cell]) }
    return space
  }

  /// The space of one cell worked out.
  func resolved(_ cell: Int, in cells: CellValues) -> Result<ResolvedSpace, FitRefusal> {
    let space = space(of: cell, in: cells)
    return Result { () throws(FitRefusal) in try ResolvedSpace(law, law.card, subject, space) }
  }
}
