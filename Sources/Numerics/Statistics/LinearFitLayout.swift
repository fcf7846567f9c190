/// Where the numbers of a linear model stand in the room for it, each for every lane.
struct LinearFitLayout {
  let width: Int
  let capacity: Int

  /// Where a column of the design begins; shape `[capacity]`.
  func column(_ index: Int) -> Int { index * capacity }
  /// The response, then the residuals; shape `[capacity]`.
  var residuals: Int { width * capacity }
  var leverages: Int { residuals + capacity }
  /// How often each row stands; shape `[capacity]`.
  var times: Int { leverages + capacity }
  /// Room for a column; shape `[capacity]`.
  var scratch: Int { times + capacity }
  /// The triangle; shape `[width, width]`.
  var triangle: Int { scratch + capacity }
  var coefficients: Int { triangle + width * width }
  var errors: Int { coefficients + width }
  /// Room for coefficients; shape `[width]`.
  var unit: Int { errors + width }
  /// How many rows there are.
  var counts: Int { unit + width }
  var dependentColumn: Int { counts + 1 }
  var isConstant: Int { counts + 2 }
  var rSquared: Int { counts + 3 }
  var adjustedRSquared: Int { counts + 4 }
  var leaveOneOutRSquared: Int { counts + 5 }
  var rms: Int { counts + 6 }
  var size: Int { counts + 7 }
}
