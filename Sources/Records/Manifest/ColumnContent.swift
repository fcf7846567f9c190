import Numerics
import Support

/// What the values of a column are: their digest and their statistics.
package struct ColumnContent: Equatable, Sendable {
  /// The SHA-256 of the values, 64 hexadecimal digits.
  package let sha256: String
  /// How many values are missing.
  package let missing: Int
  /// How many different words there are; `nil` for numbers.
  package let distinct: Int?
  /// Statistics of the finite numbers; `nil` for words, and where there is no such number.
  package let min: Double?
  package let max: Double?
  package let mean: Double?
  package let std: Double?

  init(
    sha256: String, missing: Int, distinct: Int?, min: Double?, max: Double?, mean: Double?,
    std: Double?
  ) {
    (self.sha256, self.missing, self.distinct) = (sha256, missing, distinct)
    (self.min, self.max, self.mean, self.std) = (min, max, mean, std)
  }

  /// The content of a column.
  ///
  /// - Parameters:
  ///   - values: Numbers, or positions in a vocabulary; NaN for what is missing.
  ///   - vocabulary: The words of a column of words.
  init(of values: [Double], in vocabulary: [String]?) {
    let present = values.filter { !$0.isNaN }
    missing = values.count - present.count
    if let vocabulary {
      sha256 = Self.hash(ofWords: values, vocabulary)
      distinct = Set(present).count
      (min, max, mean, std) = (nil, nil, nil, nil)
      return
    }
    sha256 = Self.hash(of: values)
    distinct = nil
    let finite = present.filter(\.isFinite)
    guard !finite.isEmpty else {
      (min, max, mean, std) = (nil, nil, nil, nil)
      return
    }
    let (low, high) = (Statistics.min(finite), Statistics.max(finite))
    // A column of one value has that value for its mean, to the last digit.
    let middle = Swift.min(Swift.max(Statistics.mean(finite), low), high)
    let spread = low == high ? 0 : Statistics.std(finite)
    (min, max) = (low, high)
    // The mean of very large numbers may overflow.
    mean = middle.isFinite ? middle : nil
    std = spread.isFinite ? spread : nil
  }

  /// Words are hashed as text: the vocabulary may hold more than the column does.
  private static func hash(ofWords values: [Double], _ vocabulary: [String]) -> String {
    var bytes: [UInt8] = []
    for value in values {
      if !value.isNaN { bytes += vocabulary[Int(value)].utf8 }
      bytes.append(0)
    }
    return Fingerprint(of: bytes).description
  }

  /// The hash of the values as little-endian doubles; every missing value has the same bytes.
  private static func hash(of values: [Double]) -> String {
    var patterns = values.map { ($0.isNaN ? Double.nan : $0 + 0).bitPattern.littleEndian }
    return patterns.withUnsafeMutableBytes { Fingerprint(of: $0).description }
  }
}
