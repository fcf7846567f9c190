import Numerics
import Support
package import Tables

/// What a manifest says of a column, worked out of its values part by part.
///
/// The values come in the order of the rows. Where there is a spread to be found they come twice,
/// since it is measured from the mean.
package struct ColumnDigest: Sendable {
  private var schema: ColumnSchema
  private var hash = SHA256()
  private var missing = 0
  private var moments = RunningMoments()
  /// The words as they are hashed, text and a zero, one behind the other; none for numbers.
  private var text: [UInt8] = []
  /// Where each word begins in the text, and where the last one ends.
  private var starts = [0]
  /// Whether each word was met.
  private var isMet: [Bool] = []
  /// What is known of a column of these very values.
  private var known: ColumnContent?

  /// Starts without values.
  package init(_ schema: ColumnSchema) {
    self.schema = schema
    learn(schema.words[...])
  }

  /// Learns of further words, which a file may have behind those that were known.
  package mutating func learn(_ schema: ColumnSchema) {
    guard schema.words.count > isMet.count else { return }
    self.schema = schema
    learn(schema.words[isMet.count...])
  }

  private mutating func learn(_ words: ArraySlice<String>) {
    for word in words {
      text += word.utf8
      text.append(0)
      starts.append(text.count)
      isMet.append(false)
    }
  }

  private var isOfWords: Bool {
    if case .word = schema.kind { return true }
    return false
  }

  /// Takes in values as tables store them.
  package mutating func take(_ values: [Double]) {
    if isOfWords {
      takeWords(values)
    } else {
      takeNumbers(values)
    }
  }

  /// Numbers are hashed as little-endian doubles; every missing value has the same bytes.
  private mutating func takeNumbers(_ values: [Double]) {
    let bytes = [UInt8](unsafeUninitializedCapacity: 8 * values.count) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      for (row, value) in values.enumerated() {
        let pattern = (value.isNaN ? Double.nan : value + 0).bitPattern.littleEndian
        raw.storeBytes(of: pattern, toByteOffset: 8 * row, as: UInt64.self)
      }
      count = 8 * values.count
    }
    hash.update(bytes)
    for value in values {
      if value.isFinite { moments.add(value) } else if value.isNaN { missing += 1 }
    }
  }

  /// Words are hashed as text: the vocabulary may hold more than the column does.
  private mutating func takeWords(_ values: [Double]) {
    // What is missing is hashed as an empty word: the zero behind the text of any other.
    var (size, missing) = (0, 0)
    isMet.withUnsafeMutableBufferPointer { isMet in
      for value in values {
        if value.isNaN {
          missing += 1
        } else {
          isMet[Int(value)] = true
          size += starts[Int(value) + 1] - starts[Int(value)]
        }
      }
    }
    self.missing += missing
    let bytes = [UInt8](unsafeUninitializedCapacity: size + missing) { buffer, count in
      for value in values {
        if value.isNaN {
          buffer[count] = 0
          count += 1
        } else {
          let end = starts[Int(value) + 1]
          for place in starts[Int(value)]..<end {
            buffer[count] = text[place]
            count += 1
          }
        }
      }
    }
    hash.update(bytes)
  }

  /// Whether the values have to be taken in again.
  package var needsAnotherLook: Bool {
    known == nil && moments.count > 0 && moments.min < moments.max
  }

  /// Begins to take them in again.
  ///
  /// - Parameter known: What may be known of the column; if it is of the same values, these need
  ///   not come again.
  package mutating func lookAgain(knowing known: ColumnContent? = nil) {
    moments.lookAgain()
    self.known = known?.sha256 == sha256 ? known : nil
  }

  private var sha256: String { Fingerprint(hash: hash.finish()).description }

  /// Takes in values again.
  package mutating func takeAgain(_ values: [Double]) {
    for value in values where value.isFinite { moments.addAgain(value) }
  }

  /// What the manifest says, once all values were taken in.
  package var record: ColumnRecord { ColumnRecord(schema, content) }

  private var content: ColumnContent {
    guard !isOfWords else {
      return ColumnContent(
        sha256: sha256, missing: missing, distinct: isMet.count { $0 }, min: nil, max: nil,
        mean: nil, std: nil)
    }
    guard moments.count > 0 else {
      return ColumnContent(
        sha256: sha256, missing: missing, distinct: nil, min: nil, max: nil, mean: nil, std: nil)
    }
    let (low, high) = (moments.min, moments.max)
    // A column of one value has that value for its mean, to the last digit.
    let middle = Swift.min(Swift.max(moments.mean, low), high)
    let spread = low == high ? 0 : known == nil ? moments.std : known?.std
    return ColumnContent(
      sha256: sha256, missing: missing, distinct: nil, min: low, max: high,
      // The mean of very large numbers may overflow.
      mean: middle.isFinite ? middle : nil, std: spread.flatMap { $0.isFinite ? $0 : nil })
  }
}
