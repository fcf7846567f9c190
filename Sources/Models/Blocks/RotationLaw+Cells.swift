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
      func made(_ cells: CellValues) -> BlockFits {
        let block = frame.block(of: cells, fixing: spaces.fixed)
        return Self.fits(of: block, in: frame, by: kernel, with: extras)
      }
      if let known { known.fit(cells, by: made, body) } else { made(cells).handOut(body) }
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
      Self.fits(of: frame.block(in: plain), in: frame, by: kernel, with: extras)
        .handOut { body(places[$0], $1) }
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
  /// - Returns: The fits.
  private static func fits(
    of block: CellBlock, in frame: BlockFrame, by kernel: BlockKernel, with extras: FitExtras
  ) -> BlockFits {
    let optimum = kernel(block)
    // A scale without a value multiplies an amplitude of zero: any number serves.
    var parameters = optimum.parameters
    for lane in 0..<frame.size {
      let values = parameters[frame.positions[lane]]
      parameters[frame.positions[lane]] = values.replacing(with: 1, where: values .!= values)
    }
    var sums = BlockSums(size: frame.size)
    measure(block, at: parameters, frame, into: &sums)
    let evidence = evidence(of: block, at: parameters, sums, frame)
    let profiler: BlockFits.Profiler = { fit, cell in
      let own = frame.space(of: cell, in: block)
      addProfile(to: &fit, RunnersUp(), JointProblem(frame.subject, own, card), own)
    }
    return BlockFits(
      block, at: optimum, sums, evidence: evidence, frame, isCertified: extras.contains(.proof),
      extras.contains(.intervals) ? profiler : nil)
  }
}

extension CellValues {
  /// Whether every value is a number.
  fileprivate var areFinite: Bool {
    for lanes in values where !(lanes.magnitude .< .infinity).isEverywhere { return false }
    return true
  }
}
