import Numerics

extension RotationLaw {
  package static func fits(
    to subject: FitSubject, in space: FitSpace, fixing quantities: [Quantity],
    by search: SearchMethod, with extras: FitExtras
  ) -> GalaxyFits {
    let spaces = CellSpaces(Self.self, subject, space, fixing: quantities)
    guard search == .lanes else {
      return GalaxyFits { cells in
        (0..<cells.count).map { fit(subject, in: spaces.space(of: $0, in: cells), with: extras) }
      }
    }
    let shared = spaces.galaxy.flatMap { kernel(for: $0) }
    return GalaxyFits { cells in fits(in: cells, of: spaces, by: shared, with: extras) }
  }

  /// The fits of some cells, side by side where that can be.
  ///
  /// - Parameters:
  ///   - cells: What the cells fix.
  ///   - spaces: Their spaces.
  ///   - kernel: What all cells share, if they do.
  ///   - extras: What is wanted beside the optimum.
  /// - Returns: The results in the order of the cells.
  private static func fits(
    in cells: CellValues, of spaces: CellSpaces, by kernel: BlockKernel?, with extras: FitExtras
  ) -> GalaxyFits.Results {
    if let kernel, case .success(let space)? = spaces.common, cells.areFinite {
      return fits(of: spaces.block(of: cells, in: space), in: space, by: kernel, with: extras)
    }
    let own = (0..<cells.count).map { spaces.resolved($0, in: cells) }
    var (plain, places) = ([ResolvedSpace](), [Int]())
    for case (let place, .success(let space)) in own.enumerated() where space.isPlain {
      plain.append(space)
      places.append(place)
    }
    var results = own.map { space in space.flatMap { _ in .failure(.beyondNumbers) } }
      as GalaxyFits.Results
    var isDone = [Bool](repeating: false, count: cells.count)
    if let first = plain.first, let kernel = self.kernel(for: spaces.galaxy(in: first)) {
      let fits = fits(of: spaces.block(in: plain), in: first, by: kernel, with: extras)
      for (place, fit) in zip(places, fits) { (results[place], isDone[place]) = (fit, true) }
    }
    for case (let place, .success) in own.enumerated() where !isDone[place] {
      results[place] = fit(spaces.subject, in: spaces.space(of: place, in: cells), with: extras)
    }
    return results
  }

  /// The fits of a block.
  ///
  /// - Parameters:
  ///   - block: The cells.
  ///   - space: The space of one of them; the others have other values for what is fixed.
  ///   - kernel: Finds the optima.
  ///   - extras: What is wanted beside them.
  /// - Returns: The results in the order of the lanes.
  private static func fits(
    of block: CellBlock, in space: ResolvedSpace, by kernel: BlockKernel, with extras: FitExtras
  ) -> GalaxyFits.Results {
    let optimum = kernel(block)
    let lanes = space.lanes
    // A scale without a value multiplies an amplitude of zero: any number serves.
    var parameters = optimum.parameters
    for position in 0..<ParameterVector.capacity {
      let values = parameters[position]
      parameters[position] = values.replacing(with: 1, where: values .!= values)
    }
    let sums = measure(block, at: parameters, lanes)
    let verdict = BlockVerdict(sums, at: optimum.parameters, space)
    let evidence = evidence(of: block, at: parameters, sums, space)
    return (0..<block.count).map { lane in
      var fit = CurveFit(at: block.quantities(of: lane, optimum.parameters), of: block.subject)
      fit.take(sums, lane)
      if verdict.isOrdinary[lane] {
        fit.take(verdict, lane, space)
      } else {
        fit.judge(space, sums.curvature.matrix(lane))
      }
      guard fit.isNumber else { return .failure(.beyondNumbers) }
      if extras.contains(.intervals) {
        let own = space.fixing(block, lane)
        addProfile(to: &fit, RunnersUp(), JointProblem(block.subject, own, card), own)
      }
      if fit.status == .interior { fit.laplace = evidence[lane] }
      fit.hide(space, block.subject)
      return .success(fit)
    }
  }
}

extension CellValues {
  /// Whether every value is a number.
  fileprivate var areFinite: Bool {
    values.allSatisfy { ($0.magnitude .< .infinity).isEverywhere }
  }
}

extension CellBlock {
  /// The quantities of a cell for some parameters of the law.
  fileprivate func quantities(of lane: Int, _ parameters: ParameterValues<Lanes>) -> Quantities {
    var law = ParameterVector()
    for position in 0..<ParameterVector.capacity { law[position] = parameters[position][lane] }
    return Quantities(law: law, galaxy: GalaxyValues { quantities[$0][lane] })
  }
}

extension ResolvedSpace {
  /// The space of another cell of a block, which fixes other values.
  fileprivate func fixing(_ block: CellBlock, _ lane: Int) -> ResolvedSpace {
    var space = self
    for position in 0..<ParameterVector.capacity
    where lanes.lane(of: .parameter(position)) == nil {
      space.fix(.parameter(position), at: block.lower[position][lane])
    }
    for parameter in [GalaxyParameter.upsilonDisk, .upsilonBulge, .upsilonGas] {
      space.fix(.galaxy(parameter), at: block.quantities[parameter][lane])
    }
    return space
  }
}

extension CurveFit {
  /// Takes over the sums of a cell.
  fileprivate mutating func take(_ sums: BlockSums, _ lane: Int) {
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
