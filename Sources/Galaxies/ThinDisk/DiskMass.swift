/// The mass of a disk, and where it lies with respect to the table of its surface density, M☉.
package struct DiskMass: Equatable, Sendable {
  /// Inside the first radius of the table.
  package var inside = 0.0
  /// From the first radius through the last.
  package var tabulated = 0.0
  /// Beyond the last radius.
  package var beyond = 0.0

  package var total: Double { inside + tabulated + beyond }

  /// The part of the total that lies inside the first radius; NaN for a disk without mass.
  package var shareInside: Double { inside / total }

  /// The part of the total that lies beyond the last radius; NaN for a disk without mass.
  package var shareBeyond: Double { beyond / total }
}
