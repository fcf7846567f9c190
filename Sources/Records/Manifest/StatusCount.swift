import Support

/// How many units ended with a status.
package struct StatusCount: Equatable, Sendable {
  package let status: String
  package let count: Int

  package init(status: String, count: Int) {
    self.status = status
    self.count = count
  }

  /// The counts as an object with a key for each status.
  static let codec = RecordCodec<[StatusCount]>(
    read: { node, report in
      JSONType(schema: true, read: RecordCodec<Int>.count.read).map.read(node, report)?.map {
        StatusCount(status: $0.key.value, count: $0.value)
      }
    },
    write: { counts in .object(counts.map { .init($0.status, .number(Double($0.count))) }) })
}
