import Tables

/// A column of a FITS binary table: its place in a row and how its values are stored.
struct FITSColumn {
  /// What a missing whole number is stored as.
  static let missingInteger = Int64.min
  /// What a missing flag is stored as.
  static let missingFlag: UInt8 = 255

  private enum Form {
    case real
    case integer
    case flag
    case byte
    case word([[UInt8]])
  }

  private let form: Form
  private let lacksValues: Bool
  /// Bytes of a value.
  let width: Int

  init(_ table: ExportedTable, _ index: Int) {
    let column = table.schema.columns[index]
    lacksValues = table.lacksValues(in: index)
    switch column.kind {
    case .real: (form, width) = (.real, 8)
    case .integer: (form, width) = (.integer, 8)
    case .flag: (form, width) = (lacksValues ? .byte : .flag, 1)
    case .word:
      let words = column.words.map { Array(ASCIIText.escaped($0).utf8) }
      let longest = max(1, words.map(\.count).reduce(0, max))
      width = longest
      form = .word(words.map { $0 + [UInt8](repeating: 0, count: longest - $0.count) })
    }
  }

  /// The value of `TFORM`.
  var format: String {
    switch form {
    case .real: "1D"
    case .integer: "1K"
    case .flag: "1L"
    case .byte: "1B"
    case .word: "\(width)A"
    }
  }

  /// The value of `TNULL`; `nil` where none is missing, or where that has a value of its own.
  var null: String? {
    switch form {
    case .integer where lacksValues: "\(Self.missingInteger)"
    case .byte: "\(Self.missingFlag)"
    default: nil
    }
  }

  /// Stores the values of some rows.
  ///
  /// - Parameters:
  ///   - values: The values.
  ///   - start: Where the value of the first one goes.
  ///   - length: How many bytes a row has.
  func store(_ values: [Double], at start: UnsafeMutableRawPointer, every length: Int) {
    var place = start
    for value in values {
      switch form {
      case .real:
        let bits = value.isFinite ? value.bitPattern : Double.nan.bitPattern
        place.storeBytes(of: bits.bigEndian, as: UInt64.self)
      case .integer:
        let number = value.isFinite ? Int64(value) : Self.missingInteger
        place.storeBytes(of: number.bigEndian, as: Int64.self)
      case .flag:
        let letter = value == 0 ? UInt8(ascii: "F") : UInt8(ascii: "T")
        place.storeBytes(of: letter, as: UInt8.self)
      case .byte:
        let byte = value.isFinite ? (value == 0 ? 0 : 1) : Self.missingFlag
        place.storeBytes(of: byte, as: UInt8.self)
      case .word(let words):
        if value.isFinite {
          words[Int(value)].withUnsafeBytes { place.copyMemory(from: $0, byteCount: width) }
        } else {
          place.initializeMemory(as: UInt8.self, repeating: 0, count: width)
        }
      }
      place += length
    }
  }
}

extension UnsafeMutableRawPointer {
  /// Copies the bytes of a buffer here.
  fileprivate func copyMemory(from source: UnsafeRawBufferPointer, byteCount: Int) {
    if let start = source.baseAddress { copyMemory(from: start, byteCount: byteCount) }
  }
}
