/// Every combination of one value an axis, in the order of an odometer: the last axis turns
/// fastest.
///
/// Combinations are computed on demand, so a product of any size costs no memory and any thread can
/// read any position.
package struct CartesianProduct: Sendable {
  /// The values of each axis; shape `[axes][values]`.
  package let axes: [[Double]]
  package let count: Int

  /// - Precondition: The number of combinations fits in an `Int`.
  package init(_ axes: [[Double]]) {
    self.axes = axes
    count = axes.reduce(1) { $0 * $1.count }
  }

  /// The combination at one position, a value an axis; shape `[axes]`.
  ///
  /// - Complexity: O(*k*) in the number of axes.
  package subscript(position: Int) -> [Double] {
    precondition((0..<count).contains(position), "position \(position) is not in 0..<\(count)")
    var remainder = position
    var values = [Double](repeating: 0, count: axes.count)
    for (index, axis) in axes.enumerated().reversed() {
      values[index] = axis[remainder % axis.count]
      remainder /= axis.count
    }
    return values
  }
}
