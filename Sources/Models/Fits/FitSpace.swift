package import Galaxies

/// Where each quantity of a fit may lie, and what is known of it beforehand.
///
/// A quantity whose bounds are equal, or whose prior has no width, is fixed, and what else is known
/// of it does not count. A distance or inclination whose bounds are both NaN is that of the
/// catalogue, and fixed.
package struct FitSpace: Sendable {
  /// The parameters of the law in the order of its card; shape `[ParameterVector.capacity]`.
  package var law: [8 of FitRange]
  package var galaxy: GalaxyValues<FitRange>
  /// The quantities that follow from others, each after those that it names; their ranges do not
  /// count.
  package var ties: [QuantityTie] = []
  /// The priors that are more than those of the ranges, where a uniform one stands for them.
  package var priors: [GeneralPrior] = []

  /// A space in which nothing has bounds yet.
  package init() {
    law = [8 of FitRange](repeating: .unset)
    galaxy = GalaxyValues(repeating: .unset)
  }

  /// The space of a law whose galaxy is as in the catalogue.
  ///
  /// - Parameters:
  ///   - ranges: The range of each parameter of the law's card.
  ///   - ratios: The mass-to-light ratios.
  package init(_ ranges: some Sequence<FitRange>, _ ratios: MassToLight) {
    self.init()
    for (position, range) in ranges.enumerated() { law[position] = range }
    galaxy.upsilonDisk = FitRange(fixed: ratios.disk)
    galaxy.upsilonBulge = FitRange(fixed: ratios.bulge)
    galaxy.upsilonGas = FitRange(fixed: ratios.gas)
  }

  /// Fixes a quantity; what is known of it stays, and does not count.
  package mutating func fix(_ quantity: Quantity, at value: Double) {
    switch quantity {
    case .parameter(let position):
      law[position].lower = value
      law[position].upper = value
    case .galaxy(let parameter):
      var range = galaxy[parameter]
      (range.lower, range.upper) = (value, value)
      galaxy[parameter] = range
    }
  }

  /// Whether a quantity follows from others.
  @inline(__always)
  package func isTied(_ quantity: Quantity) -> Bool {
    ties.contains { $0.quantity == quantity }
  }

  // Inlined, so that to look at one range does not copy all of them.
  package subscript(quantity: Quantity) -> FitRange {
    @inline(__always) get {
      switch quantity {
      case .parameter(let position): law[position]
      case .galaxy(let parameter): galaxy[parameter]
      }
    }
    @inline(__always) set {
      switch quantity {
      case .parameter(let position): law[position] = newValue
      case .galaxy(let parameter): galaxy[parameter] = newValue
      }
    }
  }
}
