/// The user stopped a recomputation; nothing can be said of the run.
package struct RecomputationStopped: Error, Equatable, Sendable {}
