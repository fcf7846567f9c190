package import Numerics

/// Where χ² is smallest in each cell of a block.
package struct BlockOptimum: Sendable {
  /// The parameters of the law by cell: NaN for one on which nothing depends, a bound exactly where
  /// the optimum lies on it.
  package var parameters: ParameterValues<Lanes>
  /// Where it is proven that no other place is better by more than 1e-9 of the drop of χ², where
  /// that was asked for.
  package var isProven: Lanes.Mask

  package init(_ parameters: ParameterValues<Lanes>, isProven: Lanes.Mask = Lanes.Mask(false)) {
    (self.parameters, self.isProven) = (parameters, isProven)
  }
}

/// Finds the optima of the cells of one galaxy, a block at a time.
///
/// Each lane has the bits that it has alone, whatever the others do.
package typealias BlockKernel = @Sendable (CellBlock) -> BlockOptimum
