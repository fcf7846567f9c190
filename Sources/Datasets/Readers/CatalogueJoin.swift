import Galaxies
import Support

/// Brings the galaxies of a catalogue together with their curves.
struct CatalogueJoin {
  let entries: [CatalogueEntry]
  let curves: [NamedCurve]
  /// Whether a galaxy without a curve is a mistake; otherwise it is left out.
  let needsEveryCurve: Bool

  /// The galaxies with a curve, in the order of the catalogue.
  ///
  /// After an earlier mistake rows may be missing, so nothing is compared.
  func reading(_ mistakes: Mistakes) -> DatasetReading {
    guard mistakes.count == 0 else { return DatasetReading() }
    var byName: [String: NamedCurve] = [:]
    for curve in curves { byName[curve.galaxy] = curve }
    let without = entries.filter { byName[$0.galaxy] == nil }
    checkCurves(mistakes)
    if needsEveryCurve {
      let names = curves.map(\.galaxy)
      for entry in without {
        mistakes.add(
          "galaxy '\(entry.galaxy)' has no curve", entry.place.source, entry.place.span,
          help: names.nearest(to: entry.galaxy).map { "the curves have '\($0)'" })
      }
    }
    var differing: [(galaxy: String, entry: Double, curve: Double)] = []
    let galaxies = entries.compactMap { entry -> Galaxy? in
      guard var curve = byName[entry.galaxy] else { return nil }
      let distance = entry.values["distance", default: .nan]
      if !curve.distance.isNaN, !distance.isNaN, distance != curve.distance {
        differing.append((entry.galaxy, distance, curve.distance))
        curve = curve.moved(to: distance)
      }
      var galaxy = entry.galaxy(with: curve)
      if galaxy.distance.isNaN { galaxy.distance = curve.distance }
      return galaxy
    }
    return DatasetReading(
      galaxies: galaxies,
      notes: [omitted(without), distances(differing)].compactMap { $0 })
  }

  /// A curve of a galaxy that the catalogue does not have is a mistake.
  private func checkCurves(_ mistakes: Mistakes) {
    let names = entries.map(\.galaxy)
    let known = Set(names)
    for curve in curves where !known.contains(curve.galaxy) {
      mistakes.add(
        "galaxy '\(curve.galaxy)' is not in the catalogue", curve.place.source, curve.place.span,
        help: names.nearest(to: curve.galaxy).map { "the catalogue has '\($0)'" })
    }
  }

  private func omitted(_ entries: [CatalogueEntry]) -> String? {
    guard let first = entries.first, !needsEveryCurve else { return nil }
    return
      "\(entries.count.counted("galaxy", "galaxies")) of the catalogue without a curve left out, "
      + "first '\(first.galaxy)'"
  }

  private func distances(_ differing: [(galaxy: String, entry: Double, curve: Double)]) -> String? {
    guard let first = differing.first else { return nil }
    return "the distance differs between catalogue and curves in "
      + "\(differing.count.counted("galaxy", "galaxies")), first '\(first.galaxy)' "
      + "(\(first.entry) and \(first.curve) Mpc): the curves are taken to that of the catalogue, "
      + "radii in proportion and speeds of components with the root of it"
  }
}

extension [NamedCurve] {
  /// The galaxies of curves without a catalogue.
  var galaxies: [Galaxy] {
    map {
      var galaxy = Galaxy(name: $0.galaxy, curve: $0.curve)
      galaxy.distance = $0.distance
      galaxy.surfaceDensity = $0.surfaceDensity
      return galaxy
    }
  }
}
