import Support

/// An array of a Zarr store: its numbers in one chunk, and what they are.
///
/// - SeeAlso: Zarr storage specification, version 2.
struct ZarrArray {
  let name: String
  /// The names of the axes of the array.
  let dimensions: [String]
  /// How long they are.
  let shape: [Int]
  /// The kind of a value, as numpy spells it: `<f8`.
  let type: String
  /// What stands for a missing value; null where nothing does.
  let fill: JSONValue
  /// Further attributes.
  let attributes: [JSONValue.Member]
  /// The values, the last axis fastest, little-endian.
  let bytes: [UInt8]

  /// Real numbers; what is not finite is missing, and NaN.
  init(
    _ name: String, _ values: [Double], over dimensions: [(name: String, count: Int)],
    _ attributes: [JSONValue.Member] = []
  ) {
    self.init(
      name, "<f8", .string("NaN"), over: dimensions, attributes,
      values.flatMap { Self.littleEndian(($0.isFinite ? $0 : .nan).bitPattern) })
  }

  /// Stands for a missing whole number: no table has it.
  private static let noNumber = -(1 << 53)

  /// Whole numbers; what is not finite is missing, and -2^53.
  init(
    _ name: String, whole values: [Double], over dimensions: [(name: String, count: Int)],
    _ attributes: [JSONValue.Member] = []
  ) {
    let isWhole = values.allSatisfy { $0.isFinite }
    let numbers = values.map { $0.isFinite ? Int64($0) : Int64(Self.noNumber) }
    self.init(
      name, "<i8", isWhole ? .null : .number(Double(Self.noNumber)), over: dimensions, attributes,
      numbers.flatMap { Self.littleEndian(UInt64(bitPattern: $0)) })
  }

  /// Flags; where some are missing, bytes with -1 for them.
  init(
    _ name: String, flags values: [Double], over dimensions: [(name: String, count: Int)],
    _ attributes: [JSONValue.Member] = []
  ) {
    let isWhole = values.allSatisfy { $0.isFinite }
    self.init(
      name, isWhole ? "|b1" : "|i1", isWhole ? .null : .number(-1), over: dimensions, attributes,
      values.map { value in value.isFinite ? (value == 0 ? 0 : 1) : 0xff })
  }

  /// Words, each as long as the longest.
  init(
    _ name: String, words values: [String], over dimensions: [(name: String, count: Int)],
    _ attributes: [JSONValue.Member] = []
  ) {
    let scalars = values.map { Array($0.unicodeScalars) }
    let width = scalars.map(\.count).reduce(1, max)
    self.init(
      name, "<U\(width)", .string(""), over: dimensions, attributes,
      scalars.flatMap { word in
        word.flatMap { Self.littleEndian($0.value) }
          + [UInt8](repeating: 0, count: 4 * (width - word.count))
      })
  }

  private init(
    _ name: String, _ type: String, _ fill: JSONValue,
    over dimensions: [(name: String, count: Int)], _ attributes: [JSONValue.Member],
    _ bytes: [UInt8]
  ) {
    self.name = name
    self.dimensions = dimensions.map(\.name)
    shape = dimensions.map(\.count)
    (self.type, self.fill, self.attributes, self.bytes) = (type, fill, attributes, bytes)
  }

  /// What `.zarray` says.
  var description: JSONValue {
    .object([
      .init("chunks", .array(shape.map { .number(Double(max($0, 1))) })),
      .init("compressor", .null),
      .init("dtype", .string(type)), .init("fill_value", fill), .init("filters", .null),
      .init("order", "C"), .init("shape", .array(shape.map { .number(Double($0)) })),
      .init("zarr_format", 2),
    ])
  }

  /// What `.zattrs` says; xarray looks there for the names of the axes.
  var notes: JSONValue {
    .object(
      [.init("_ARRAY_DIMENSIONS", .array(dimensions.map { .string($0) }))] + attributes)
  }

  /// The name of the file of the chunk; `nil` where there is no value.
  var chunk: String? {
    shape.contains(0) ? nil : shape.map { _ in "0" }.joined(separator: ".")
  }

  private static func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
