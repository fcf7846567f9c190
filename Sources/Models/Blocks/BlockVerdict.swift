import Numerics

/// Bounds, errors and status of the fits of a block, as ``CurveFit/judge(_:_:)`` gives them.
struct BlockVerdict {
  /// 1σ errors of the free parameters; what a fit has of them its status tells.
  private(set) var errors: [4 of Lanes]
  /// Where the fit is nothing out of the ordinary.
  ///
  /// Every parameter is a number with a curvature, and no total passes zero. Elsewhere each fit is
  /// judged by itself.
  private(set) var isOrdinary: Lanes.Mask
  private(set) var isOnBound = Lanes.Mask(false)
  /// Where every error is smaller than the range of its parameter.
  private(set) var isBounded = Lanes.Mask(true)

  /// - Parameters:
  ///   - sums: The sums of the block.
  ///   - parameters: The parameters of the law.
  ///   - frame: What is free.
  init(_ sums: borrowing BlockSums, at parameters: ParameterValues<Lanes>, _ frame: BlockFrame) {
    isOrdinary = .!sums.residuals.isOnKink
    if let many = sums.many {
      isOrdinary = (isOrdinary .& many.curvature.hasPositiveDiagonal)
      errors = many.curvature.inverseDiagonal
    } else {
      isOrdinary = (isOrdinary .& sums.pair.curvature.hasPositiveDiagonal)
      errors = [4 of Lanes](repeating: Lanes(0))
      (errors[0], errors[1]) = sums.pair.curvature.inverseDiagonal
    }
    for lane in 0..<frame.size {
      let values = parameters[frame.positions[lane]]
      let (lower, upper) = (frame.lower[lane], frame.upper[lane])
      isOrdinary = (isOrdinary .& (values .== values))
      isOnBound = (isOnBound .| (values .== lower) .| (values .== upper))
      let error = errors[lane].squareRoot()
      isBounded = (isBounded .& (error .<= upper - lower))
      errors[lane] = Lanes(.nan).replacing(with: error, where: error .< .infinity)
    }
  }
}

extension CurveFit {
  /// Takes over what is known of an ordinary fit.
  @inline(__always)
  mutating func take(_ verdict: borrowing BlockVerdict, _ lane: Int, _ frame: BlockFrame) {
    degreesOfFreedom = points - frame.size
    if verdict.isOnBound[lane] {
      status = .atBound
      for place in 0..<frame.size {
        let position = frame.positions[place]
        if quantities.law[position] == frame.lower[place] {
          bounds.insert(.lower, of: .parameter(position))
        } else if quantities.law[position] == frame.upper[place] {
          bounds.insert(.upper, of: .parameter(position))
        }
      }
      return
    }
    for place in 0..<frame.size { errors.law[frame.positions[place]] = verdict.errors[place][lane] }
    if !verdict.isBounded[lane] { status = .unconstrained }
  }
}
