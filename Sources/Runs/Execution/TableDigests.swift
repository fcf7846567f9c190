import Records
import Support
import Synchronization
import Tables

/// The digests of every so-manyeth column of tables, which grow while rows are made.
final class TableDigests: Sendable {
  /// The place of this part of the columns, and how many parts there are.
  private let part: Int
  private let count: Int
  private let digests = Mutex<[String: [ColumnDigest]]>([:])

  init(part: Int, of count: Int) {
    (self.part, self.count) = (part, count)
  }

  private func places(in table: Table) -> StrideTo<Int> {
    stride(from: part, to: table.values.count, by: count)
  }

  /// Takes the rows of tables that follow.
  func take(_ tables: [Table]) {
    change(tables) { digest, values in digest.take(values) }
  }

  /// Takes rows again.
  func takeAgain(_ tables: [Table]) {
    change(tables) { digest, values in
      if digest.needsAnotherLook { digest.takeAgain(values) }
    }
  }

  private func change(_ tables: [Table], _ body: (inout ColumnDigest, [Double]) -> Void) {
    digests.withLock { digests in
      for table in tables {
        let schema = table.schema.columns
        var own =
          digests.removeValue(forKey: table.name)
          ?? places(in: table).map { ColumnDigest(schema[$0]) }
        for (index, place) in places(in: table).enumerated() {
          body(&own[index], table.values[place])
        }
        digests[table.name] = own
      }
    }
  }

  /// Begins to take all rows again.
  ///
  /// - Parameter known: What may be known of the columns.
  func lookAgain(knowing known: Manifest?) {
    digests.withLock { digests in
      for (name, own) in digests {
        let columns = (known?.table(name)).asList.flatMap(\.columns)
        digests[name] = own.enumerated().map { index, digest in
          var digest = digest
          let place = part + index * count
          digest.lookAgain(
            knowing: columns.indices.contains(place) ? columns[place].content : nil)
          return digest
        }
      }
    }
  }

  /// Whether the rows of some tables have to be taken again.
  func needsAnotherLook(at tables: Set<String>) -> Bool {
    digests.withLock { digests in
      digests.contains { tables.contains($0.key) && $0.value.contains(where: \.needsAnotherLook) }
    }
  }

  /// What is found of the columns of a table, with their places in it.
  func columns(of table: String) -> [(place: Int, record: ColumnRecord)] {
    digests.withLock { digests in
      digests[table].asList.joined().enumerated().map { (part + $0 * count, $1.record) }
    }
  }
}
