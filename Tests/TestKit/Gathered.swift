import Synchronization

/// What several threads hand in, in the order in which it came.
package final class Gathered<Element: Sendable>: Sendable {
  private let elements = Mutex<[Element]>([])

  package init() {}

  package func append(_ element: Element) { elements.withLock { $0.append(element) } }

  package var all: [Element] { elements.withLock(\.self) }
}
