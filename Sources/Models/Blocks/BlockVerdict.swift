import Numerics

/// Bounds, errors and status of the fits of a block, as ``CurveFit/judge(_:_:)`` gives them.
struct BlockVerdict {
  /// 1σ errors of the free parameters; what a fit has of them its status tells.
  private(set) var errors: [4 of Lanes]
  /// Where the fit is nothing out of the ordinary: every parameter a number with a curvature, no
  /// total that passes zero. Elsewhere each fit is judged by itself.
  private(set) var isOrdinary: Lanes.Mask
  private(set) var isOnBound = Lanes.Mask(false)
  /// Where every error is smaller than the range of its parameter.
  private(set) var isBounded = Lanes.Mask(true)

  /// - Parameters:
  ///   - sums: The sums of the block.
  ///   - parameters: The parameters of the law.
  ///   - space: The space of one of the cells.
  init(_ sums: BlockSums, at parameters: ParameterValues<Lanes>, _ space: ResolvedSpace) {
    let lanes = space.lanes
    isOrdinary = (.!sums.isOnKink) .& sums.curvature.hasPositiveDiagonal
    errors = sums.curvature.inverseDiagonal
    for lane in lanes.indices {
      guard case .parameter(let position) = lanes[lane] else { continue }
      let (values, range) = (parameters[position], space.ranges[lanes[lane]])
      isOrdinary = isOrdinary .& (values .== values)
      isOnBound = isOnBound .| (values .== range.lower) .| (values .== range.upper)
      let error = errors[lane].squareRoot()
      isBounded = isBounded .& (error .<= range.upper - range.lower)
      errors[lane] = Lanes(.nan).replacing(with: error, where: error .< .infinity)
    }
  }
}

extension CurveFit {
  /// Takes over what is known of an ordinary fit.
  mutating func take(_ verdict: BlockVerdict, _ lane: Int, _ space: ResolvedSpace) {
    let lanes = space.lanes
    degreesOfFreedom = points - lanes.count
    if verdict.isOnBound[lane] {
      for quantity in lanes.indices.map({ lanes[$0] }) {
        if let side = space.side(of: quantity, in: quantities) { bounds.insert(side, of: quantity) }
      }
      status = .atBound
      return
    }
    for place in lanes.indices { errors[lanes[place]] = verdict.errors[place][lane] }
    if !verdict.isBounded[lane] { status = .unconstrained }
  }
}
