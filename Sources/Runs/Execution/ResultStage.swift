import Plans
import Support
import Synchronization

/// What is held of the rows of cells while they are made.
final class ResultStage: Sendable {
  private let collection: Mutex<ResultCollection>

  init(_ flow: TableFlow) {
    collection = Mutex(ResultCollection(flow))
  }

  /// Takes the rows of the cells that follow.
  func take(_ rows: CellRows?) {
    guard let rows else { return }
    collection.withLock { $0.take(rows) }
  }

  var needsAnotherLook: Bool { collection.withLock { $0.needsAnotherLook } }

  func lookAgain() { collection.withLock { $0.lookAgain() } }

  /// Takes the rows of cells again.
  func takeAgain(_ rows: CellRows?) {
    guard let rows else { return }
    collection.withLock { $0.takeAgain(rows) }
  }

  /// How the fits turned out.
  var fits: FitOverview? { collection.withLock { $0.fits } }

  /// Makes the tables that need all cells.
  func results(jobs: Int, unless cancellation: Cancellation) -> RunResults {
    collection.withLock { $0 }.results(by: ThreadWorkers(jobs: jobs)) { cancellation.isRequested }
  }
}
