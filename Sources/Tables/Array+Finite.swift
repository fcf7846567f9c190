import Numerics

extension [Double] {
  /// The same with what is missing, NaN, for every number that is not finite.
  var finiteOrMissing: [Double] {
    hasInfinity ? map { $0.isFinite ? $0 : .nan } : self
  }

  /// Whether some number is infinite; eight at a time, for there are very many of them.
  private var hasInfinity: Bool {
    withUnsafeBytes { bytes in
      let (size, infinity) = (MemoryLayout<Lanes>.size, Lanes(.infinity))
      let end = bytes.count / size * size
      var isFound = Lanes.Mask(false)
      for place in Swift.stride(from: 0, to: end, by: size) {
        let numbers = bytes.loadUnaligned(fromByteOffset: place, as: Lanes.self)
        isFound = (isFound .| (numbers.magnitude .== infinity))
      }
      let rest = self[(end / MemoryLayout<Double>.stride)...]
      return isFound.isAnywhere || rest.contains { $0.isInfinite }
    }
  }
}
