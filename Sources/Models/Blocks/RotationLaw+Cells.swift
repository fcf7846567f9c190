import Numerics

extension RotationLaw {
  package static func fits(
    to subject: FitSubject, in space: FitSpace, fixing quantities: [FixedQuantity],
    by search: SearchMethod, with extras: FitExtras
  ) -> GalaxyFits {
    let spaces = CellSpaces(Self.self, subject, space, fixing: quantities)
    // Side by side nothing is known of what holds between quantities.
    guard search == .lanes, space.ties.isEmpty, space.priors.isEmpty else {
      return GalaxyFits { cells, body in
        for cell in 0..<cells.count {
          body(cell, fit(subject, in: spaces.space(of: cell, in: cells), with: extras))
        }
      }
    }
    guard let common = spaces.common, common.isPlain,
      let frame = BlockFrame(subject, common), let kernel = kernel(for: frame.galaxy(with: extras))
    else {
      return GalaxyFits { cells, body in fit(cells, of: spaces, with: extras, body) }
    }
    let known = KnownFits(subject, fixing: quantities)
    return GalaxyFits { cells, body in
      guard cells.areFinite else { return fit(cells, of: spaces, with: extras, body) }
      func make(_ cells: CellValues, _ body: (Int, GalaxyFits.Result) -> Void) {
        fit(
          frame.block(of: cells, fixing: spaces.fixed), in: frame, by: kernel, with: extras, body)
      }
      if let known { known.fit(cells, by: make, body) } else { make(cells, body) }
    }
  }

  /// Fits cells that have not the same space: those that can be together, side by side.
  ///
  /// - Parameters:
  ///   - cells: What the cells fix.
  ///   - spaces: Their spaces.
  ///   - extras: What is wanted beside the optimum.
  ///   - body: Receives the results.
  private static func fit(
    _ cells: CellValues, of spaces: CellSpaces, with extras: FitExtras,
    _ body: (Int, GalaxyFits.Result) -> Void
  ) {
    var (plain, places, others) = ([ResolvedSpace](), [Int](), [Int]())
    for cell in 0..<cells.count {
      switch spaces.resolved(cell, in: cells) {
      case .failure(let refusal): body(cell, .failure(refusal))
      case .success(let space):
        if space.isPlain {
          plain.append(space)
          places.append(cell)
        } else {
          others.append(cell)
        }
      }
    }
    if let first = plain.first, let frame = BlockFrame(spaces.subject, first),
      let kernel = kernel(for: frame.galaxy(with: extras))
    {
      fit(frame.block(in: plain), in: frame, by: kernel, with: extras) { body(places[$0], $1) }
    } else {
      others += places
    }
    for cell in others {
      body(cell, laneFit(spaces.subject, in: spaces.space(of: cell, in: cells), with: extras))
    }
  }

  /// Fits a block.
  ///
  /// - Parameters:
  ///   - block: The cells.
  ///   - frame: What they have in common.
  ///   - kernel: Finds the optima.
  ///   - extras: What is wanted beside them.
  ///   - body: Receives the results.
  private static func fit(
    _ block: CellBlock, in frame: BlockFrame, by kernel: BlockKernel, with extras: FitExtras,
    _ body: (Int, GalaxyFits.Result) -> Void
  ) {
    let optimum = kernel(block)
    // A scale without a value multiplies an amplitude of zero: any number serves.
    var parameters = optimum.parameters
    for lane in 0..<frame.size {
      let values = parameters[frame.positions[lane]]
      parameters[frame.positions[lane]] = values.replacing(with: 1, where: values .!= values)
    }
    var sums = BlockSums(size: frame.size)
    measure(block, at: parameters, frame, into: &sums)
    let verdict = BlockVerdict(sums, at: optimum.parameters, frame)
    let evidence = evidence(of: block, at: parameters, sums, frame)
    for lane in 0..<block.count {
      var fit = CurveFit(at: block.quantities(of: lane, optimum.parameters), of: frame.subject)
      fit.take(sums.residuals, lane)
      if verdict.isOrdinary[lane] {
        fit.take(verdict, lane, frame)
      } else {
        judge(&fit, sums, lane, frame)
      }
      guard fit.isNumber else {
        body(lane, .failure(.beyondNumbers))
        continue
      }
      if extras.contains(.intervals) { addProfile(to: &fit, lane, block, frame) }
      fit.isProven = extras.contains(.proof) && optimum.isProven[lane]
      if fit.status == .interior { fit.laplace = evidence[lane] }
      fit.quantities.galaxy.distance = frame.shownDistance
      fit.quantities.galaxy.inclination = frame.shownInclination
      body(lane, .success(fit))
    }
  }

  /// Judges a fit that is out of the ordinary.
  @inline(never)
  private static func judge(
    _ fit: inout CurveFit, _ sums: borrowing BlockSums, _ lane: Int, _ frame: BlockFrame
  ) {
    fit.judge(frame.space, sums.curvature(lane))
  }

  /// Adds the profiles of one fit.
  @inline(never)
  private static func addProfile(
    to fit: inout CurveFit, _ lane: Int, _ block: borrowing CellBlock, _ frame: BlockFrame
  ) {
    let own = frame.space(of: lane, in: block)
    addProfile(to: &fit, RunnersUp(), JointProblem(frame.subject, own, card), own)
  }
}

extension CellValues {
  /// Whether every value is a number.
  fileprivate var areFinite: Bool {
    for lanes in values where !(lanes.magnitude .< .infinity).isEverywhere { return false }
    return true
  }
}

extension CellBlock {
  /// The quantities of a cell for some parameters of the law.
  @inline(__always)
  fileprivate func quantities(of lane: Int, _ parameters: ParameterValues<Lanes>) -> Quantities {
    var law = ParameterVector()
    for position in 0..<ParameterVector.capacity { law[position] = parameters[position][lane] }
    return Quantities(law: law, galaxy: GalaxyValues { quantities[$0][lane] })
  }
}

extension CurveFit {
  /// Takes over the sums of a cell.
  @inline(__always)
  fileprivate mutating func take(_ sums: borrowing ResidualSums, _ lane: Int) {
    chiSquared = sums.chiSquared[lane]
    rmse = (sums.squares[lane] / Double(points)).squareRoot()
    if sums.outerCount > 0 {
      outerRMSE = (sums.outerSquares[lane] / Double(sums.outerCount)).squareRoot()
    }
    baryonExcess = sums.baryonExcess[lane]
    clampedPoints = Int(sums.clampedPoints[lane])
    isOnKink = sums.isOnKink[lane]
  }
}
