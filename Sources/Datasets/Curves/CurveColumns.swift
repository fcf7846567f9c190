import Galaxies
import Support

/// Which columns of a table hold the values of points.
struct CurveColumns {
  /// How the rows tell their galaxy.
  enum Names {
    /// By a column of names, at a position.
    case column(Int)
    /// They are all of one galaxy.
    case one(String)
  }

  var names: Names
  /// The distance that the rows assume, if the table has one.
  var distance: NumberColumn?
  /// Columns by the name of the ``PointColumn``; one that is not here has no values.
  var numbers: [String: NumberColumn]
  /// The columns of surface densities, where they take the place of speeds.
  var densities: DensityColumns?
  /// What the file says of radii that are angles; they are read in degrees.
  var angle: DeclaredUnit?

  /// The columns of a table by their labels.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - names: How its rows tell their galaxy.
  ///   - distanceLabel: The label of the distance, if it may have one.
  ///   - labels: Labels by the name of the ``PointColumn``.
  ///   - zeroIsMissing: The point columns in which a zero means that the value is missing.
  ///   - mistakes: Takes units that do not fit.
  init(
    _ table: FieldTable, names: Names, distanceLabel: String? = nil, labels: [String: String],
    zeroIsMissing: Set<String> = [], _ mistakes: Mistakes
  ) {
    self.names = names
    numbers = [:]
    distance = distanceLabel.flatMap { label in
      table.position(of: label).map {
        table.number($0, unit: "Mpc", .positive, .never, mistakes).column
      }
    }
    for column in PointColumn.all {
      guard let label = labels[column.name], let position = table.position(of: label) else {
        continue
      }
      let missing = zeroIsMissing.contains(column.name) ? .zero : column.missing
      let found = table.number(
        position, unit: column.unit, column.rule, missing, isLength: column.name == "radius",
        mistakes)
      numbers[column.name] = found.column
      if let angle = found.angle { self.angle = angle }
    }
  }
}

extension FieldTable {
  /// A column of numbers with the conversion that its declared unit asks for.
  ///
  /// - Parameters:
  ///   - position: Which column.
  ///   - unit: The unit of the program.
  ///   - rule: What a number may be.
  ///   - missing: How a missing value is written.
  ///   - isLength: Whether an angle will do as well; it is then given in degrees.
  ///   - mistakes: Takes a unit that does not fit.
  /// - Returns: The column, and the declared unit where it is an angle in the place of a length.
  func number(
    _ position: Int, unit: String, _ rule: ValueRule, _ missing: NumberColumn.Missing,
    isLength: Bool = false, _ mistakes: Mistakes
  ) -> (column: NumberColumn, angle: DeclaredUnit?) {
    var column = NumberColumn(
      label: columns[position], position: position, rule: rule, missing: missing)
    column.number = numbers[position]
    column.marks = MissingMarks(marks)
    guard let declared = units[position], let wanted = UnitParser.unit(unit) else {
      return (column, nil)
    }
    if isLength, let unit = declared.unit, unit.isAngle {
      column.conversion = unit.conversion(to: MeasureUnit(UnitDimension(angle: 1)))
      return (column, declared)
    }
    guard let conversion = declared.unit?.conversion(to: wanted) else {
      mistakes.add(
        "the unit of '\(columns[position])' is '\(declared.text)', which is no unit of it",
        source, declared.span, help: UnitAdvice.text(for: unit, isLength: isLength))
      return (column, nil)
    }
    if !conversion.isIdentity { column.conversion = conversion }
    return (column, nil)
  }
}
