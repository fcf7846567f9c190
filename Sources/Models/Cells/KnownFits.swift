import Numerics
import Synchronization

/// The fits of cells of one galaxy and law that are known already.
///
/// Cells may differ by the ratio of a component that the galaxy does not have, such as a bulge:
/// then nothing of the fit differs but that ratio.
final class KnownFits: Sendable {
  /// The bits of the ratios of disk, bulge and gas that have an effect; zero for the others.
  private typealias Key = SIMD4<UInt64>

  /// How many fits are remembered.
  private static let most = 128

  /// What cells fix.
  private let fixed: [GalaxyParameter]
  /// Whether each of these has an effect; shape `[fixed]`.
  private let hasEffect: [Bool]
  private let known = Mutex<[Key: GalaxyFits.Result]>([:])

  /// Nil if no two cells can have the same fit.
  ///
  /// - Parameters:
  ///   - subject: The galaxy.
  ///   - quantities: What its cells fix.
  init?(_ subject: FitSubject, fixing quantities: [Quantity]) {
    let ratios: [GalaxyParameter] = [.upsilonDisk, .upsilonBulge, .upsilonGas]
    fixed = quantities.compactMap { quantity in
      if case .galaxy(let parameter) = quantity { parameter } else { nil }
    }
    guard fixed.count == quantities.count, fixed.allSatisfy(ratios.contains) else { return nil }
    hasEffect = fixed.map(subject.depends)
    guard hasEffect.contains(false) else { return nil }
  }

  /// Fits up to eight cells, each that is not known yet.
  ///
  /// - Parameters:
  ///   - cells: What they fix.
  ///   - make: Fits cells, and hands out the result of each with its position.
  ///   - body: Receives the result of each cell with its position.
  func fit(
    _ cells: CellValues, by make: (CellValues, (Int, GalaxyFits.Result) -> Void) -> Void,
    _ body: (Int, GalaxyFits.Result) -> Void
  ) {
    var (keys, firsts, places) = ([Key](), [Int](), [Int]())
    for cell in 0..<cells.count {
      let key = key(of: cell, in: cells)
      let place = keys.lastIndex(of: key) ?? keys.count
      if place == keys.count {
        keys.append(key)
        firsts.append(cell)
      }
      places.append(place)
    }
    var results = known.withLock { known in keys.map { known[$0] } }
    let open = results.indices.filter { results[$0] == nil }
    if !open.isEmpty {
      let own = CellValues(count: open.count, quantities: cells.values.count) {
        cells.values[$0][firsts[open[$1]]]
      }
      make(own) { results[open[$0]] = $1 }
      known.withLock { known in
        if known.count + open.count > Self.most { known = [:] }
        for place in open { known[keys[place]] = results[place] }
      }
    }
    for (cell, place) in places.enumerated() {
      if let result = results[place] { body(cell, result.map { taking(cell, of: cells, $0) }) }
    }
  }

  private func key(of cell: Int, in cells: CellValues) -> Key {
    var key = Key.zero
    for (place, values) in cells.values.enumerated() where hasEffect[place] {
      key[place] = values[cell].bitPattern
    }
    return key
  }

  /// The fit with the ratios that a cell has for what has no effect.
  private func taking(_ cell: Int, of cells: CellValues, _ fit: CurveFit) -> CurveFit {
    var fit = fit
    for (place, values) in cells.values.enumerated() where !hasEffect[place] {
      fit.quantities.galaxy[fixed[place]] = values[cell]
    }
    return fit
  }
}

extension FitSubject {
  /// Whether anything depends on a ratio: the speeds of a component, or a mass.
  fileprivate func depends(on ratio: GalaxyParameter) -> Bool {
    switch ratio {
    case .upsilonDisk: has.upsilonDisk || content.diskLight != 0
    case .upsilonBulge: has.upsilonBulge || content.bulgeLight != 0
    case .upsilonGas: has.upsilonGas || content.gasMass != 0
    case .distance, .inclination: true
    }
  }
}
