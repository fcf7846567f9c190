import Numerics

/// The space of a fit in the cells of one galaxy.
struct CellSpaces: Sendable {
  let subject: FitSubject
  private let law: any RotationLaw.Type
  private let card: ModelCard
  /// The bounds and priors of every quantity, those that cells fix with them.
  private let space: FitSpace
  /// What cells fix.
  let fixed: [Quantity]
  /// The space that all cells have but for their mass-to-light ratios, where cells fix nothing
  /// else and nothing is known of these.
  let common: Result<ResolvedSpace, FitRefusal>?

  init(
    _ law: any RotationLaw.Type, _ subject: FitSubject, _ space: FitSpace, fixing fixed: [Quantity]
  ) {
    (self.law, self.subject, self.space, self.fixed) = (law, subject, space, fixed)
    card = law.card
    let areRatios = fixed.allSatisfy { quantity in
      switch quantity {
      case .galaxy(.upsilonDisk), .galaxy(.upsilonBulge), .galaxy(.upsilonGas):
        space[quantity].prior == .uniform
      case .parameter, .galaxy: false
      }
    }
    guard areRatios else {
      common = nil
      return
    }
    var first = space
    for quantity in fixed { first.fix(quantity, at: 1) }
    common = Self.resolved(law, card, subject, first)
  }

  private static func resolved(
    _ law: any RotationLaw.Type, _ card: ModelCard, _ subject: FitSubject, _ space: FitSpace
  ) -> Result<ResolvedSpace, FitRefusal> {
    do {
      return .success(try ResolvedSpace(law, card, subject, space))
    } catch {
      return .failure(error)
    }
  }

  /// The space of one cell as it is given.
  func space(of cell: Int, in cells: CellValues) -> FitSpace {
    var space = space
    for (quantity, values) in zip(fixed, cells.values) { space.fix(quantity, at: values[cell]) }
    return space
  }

  /// The space of one cell worked out.
  func resolved(_ cell: Int, in cells: CellValues) -> Result<ResolvedSpace, FitRefusal> {
    Self.resolved(law, card, subject, space(of: cell, in: cells))
  }
}
