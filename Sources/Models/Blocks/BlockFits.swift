import Numerics

/// The fits of a block, side by side until one is asked for by itself.
///
/// A class, so that to take one out does not copy all.
final class BlockFits: Sendable {
  /// Adds the profiles to the fit of a cell.
  typealias Profiler = @Sendable (inout CurveFit, _ cell: Int) -> Void

  private let frame: BlockFrame
  private let count: Int
  /// The quantities of the galaxy and the parameters of the law by cell.
  private let quantities: GalaxyValues<Lanes>
  private let parameters: ParameterValues<Lanes>
  private let isProven: Lanes.Mask
  private let sums: BlockSums
  private let verdict: BlockVerdict
  /// −2 ln of the evidence.
  private let evidence: Lanes
  private let profiler: Profiler?

  /// - Parameters:
  ///   - block: The cells.
  ///   - optimum: Where χ² is smallest.
  ///   - sums: The sums there.
  ///   - evidence: −2 ln of the evidence.
  ///   - frame: What the cells have in common.
  ///   - isCertified: Whether it is told what is proven.
  ///   - profiler: Adds profiles, where they are asked for.
  init(
    _ block: borrowing CellBlock, at optimum: borrowing BlockOptimum, _ sums: BlockSums,
    evidence: Lanes, _ frame: BlockFrame, isCertified: Bool, _ profiler: Profiler?
  ) {
    (self.frame, count, quantities) = (frame, block.count, block.quantities)
    parameters = optimum.parameters
    isProven = isCertified ? optimum.isProven : Lanes.Mask(false)
    verdict = BlockVerdict(sums, at: optimum.parameters, frame)
    (self.sums, self.evidence, self.profiler) = (sums, evidence, profiler)
  }

  /// Whether the fits have profiles, so that it takes long to make one.
  var areProfiled: Bool { profiler != nil }

  /// Makes the fit of one cell; `nil` where its numbers are beyond their range.
  @inline(__always)
  func fit(of cell: Int) -> CurveFit? {
    var fit = CurveFit(at: quantities(of: cell), of: frame.subject)
    fit.take(sums.residuals, cell)
    if verdict.isOrdinary[cell] {
      fit.take(verdict, cell, frame)
    } else {
      judge(&fit, cell)
    }
    guard fit.isNumber else { return nil }
    if let profiler { profiler(&fit, cell) }
    fit.isProven = isProven[cell]
    if fit.status == .interior { fit.laplace = evidence[cell] }
    fit.quantities.galaxy.distance = frame.shownDistance
    fit.quantities.galaxy.inclination = frame.shownInclination
    return fit
  }

  /// Hands out the result of every cell with its position.
  func handOut(_ body: (Int, GalaxyFits.Result) -> Void) {
    for cell in 0..<count {
      if let fit = fit(of: cell) {
        body(cell, .success(fit))
      } else {
        body(cell, .failure(.beyondNumbers))
      }
    }
  }

  /// Judges a fit that is out of the ordinary.
  @inline(never)
  private func judge(_ fit: inout CurveFit, _ cell: Int) {
    fit.judge(frame.space, sums.curvature(cell))
  }

  @inline(__always)
  private func quantities(of cell: Int) -> Quantities {
    var law = ParameterVector()
    for position in 0..<ParameterVector.capacity { law[position] = parameters[position][cell] }
    return Quantities(law: law, galaxy: GalaxyValues { quantities[$0][cell] })
  }
}

extension CurveFit {
  /// Takes over the sums of a cell.
  @inline(__always)
  fileprivate mutating func take(_ sums: borrowing ResidualSums, _ cell: Int) {
    chiSquared = sums.chiSquared[cell]
    rmse = (sums.squares[cell] / Double(points)).squareRoot()
    if sums.outerCount > 0 {
      outerRMSE = (sums.outerSquares[cell] / Double(sums.outerCount)).squareRoot()
    }
    baryonExcess = sums.baryonExcess[cell]
    clampedPoints = Int(sums.clampedPoints[cell])
    isOnKink = sums.isOnKink[cell]
  }
}
