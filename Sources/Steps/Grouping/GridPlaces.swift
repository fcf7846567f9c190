import Tables

/// Where rows lie on the axes of a grid: at an end, and in how many pieces.
struct GridPlaces {
  /// An end of an axis.
  enum Side: String, CaseIterable {
    case lower
    case upper

    /// The end of a range that a place is; `nil` for a place between.
    init?(of place: Double, from lower: Double, through upper: Double) {
      if place == lower {
        self = .lower
      } else if place == upper {
        self = .upper
      } else {
        return nil
      }
    }
  }

  /// The position of each row on each axis; shape `[axes][rows]`.
  private let positions: [[Double]]
  /// The other keys, in which the rows of a line agree; shape `[keys][rows]`.
  private let others: [[Double]]

  /// - Parameters:
  ///   - positions: The position of each row on each axis; shape `[axes][rows]`.
  ///   - others: What else tells rows apart; shape `[keys][rows]`.
  init(_ positions: [[Double]], others: [[Double]]) {
    self.positions = positions
    self.others = others
  }

  /// The places of the rows of a table on the axes that ``axes(of:)`` gives.
  init(of table: Table) {
    let axes = Self.axes(of: table.schema)
    self.init(
      axes.map(table.values),
      others: table.schema.keys.filter { !axes.contains($0) }.map(table.values))
  }

  /// The axes of a table that may have two ends.
  static func axes(of table: TableSchema) -> [String] {
    table.axes.filter { !table.constants.contains($0) }
  }

  /// The end of each axis at which a row lies, among those that differ from it along that axis
  /// only; `nil` for a row between others, and where there are no others.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - rows: Those that might have been chosen in its place.
  /// - Returns: An end or none for each axis.
  func sides(of row: Int, among rows: [Int]) -> [Side?] {
    positions.indices.map { axis in
      let position = positions[axis]
      var (hasBelow, hasAbove) = (false, false)
      for other in rows where position[other] != position[row] {
        guard agree(other, row, but: axis) else { continue }
        if position[other] < position[row] { hasBelow = true } else { hasAbove = true }
        if hasBelow, hasAbove { return nil }
      }
      return hasBelow ? .upper : hasAbove ? .lower : nil
    }
  }

  private func agree(_ one: Int, _ two: Int, but axis: Int) -> Bool {
    positions.indices.allSatisfy { $0 == axis || positions[$0][one] == positions[$0][two] }
      && others.allSatisfy { $0[one] == $0[two] }
  }

  /// How many pieces the cells of some rows form.
  ///
  /// Two cells belong together if on every axis they are the same or neighbours among the cells of
  /// `all`, so also diagonally.
  ///
  /// - Parameters:
  ///   - rows: The rows whose cells are counted.
  ///   - all: The rows that make up the grid; `rows` are among them.
  /// - Returns: The number of pieces; zero for no rows.
  func pieces(of rows: [Int], among all: [Int]) -> Int {
    var strides: [(axis: [Double], places: [Double: Int], stride: Int)] = []
    var size = 1
    for axis in positions {
      let values = Set(all.map { axis[$0] }).sorted()
      guard values.count > 1 else { continue }
      let places = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
      // A free place at the end keeps the neighbours of the last one from being the next first.
      strides.append((axis, places, size))
      size *= values.count + 1
    }
    var steps = [0]
    for (_, _, stride) in strides { steps = steps.flatMap { [$0 - stride, $0, $0 + stride] } }
    var left = Set(
      rows.map { row in
        strides.reduce(0) { sum, axis in
          axis.places[axis.axis[row]].map { sum + $0 * axis.stride } ?? sum
        }
      })
    var count = 0
    while let first = left.popFirst() {
      count += 1
      var edge = [first]
      while let cell = edge.popLast() {
        edge += steps.compactMap { left.remove(cell + $0) }
      }
    }
    return count
  }

  // MARK: In words

  /// The largest number of axes of which every set of ends has a word of its own.
  private static let most = 6

  /// Every word that ``word(_:of:)`` gives.
  static func words(of axes: [String]) -> [String] {
    guard axes.count <= most else {
      return axes.flatMap { axis in
        Side.allCases.flatMap { ["\(axis) \($0.rawValue)", "\(axis) \($0.rawValue), …"] }
      }
    }
    var words = [""]
    for axis in axes {
      words = words.flatMap { word in
        [word]
          + Side.allCases.map { (word.isEmpty ? "" : "\(word), ") + "\(axis) \($0.rawValue)" }
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// The ends of axes as a table has them: `upsilon_disk upper, upsilon_bulge lower`; where there
  /// are very many axes, the first of them.
  ///
  /// - Parameters:
  ///   - sides: An end or none for each axis.
  ///   - axes: The names of the axes.
  /// - Returns: The word; `nil` for no end.
  static func word(_ sides: [Side?], of axes: [String]) -> String? {
    let ends = zip(axes, sides).compactMap { axis, side in side.map { "\(axis) \($0.rawValue)" } }
    guard let first = ends.first else { return nil }
    if axes.count <= most { return ends.joined(separator: ", ") }
    return ends.count > 1 ? "\(first), …" : first
  }
}
