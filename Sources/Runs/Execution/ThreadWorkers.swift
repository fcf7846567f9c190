import Support

/// Threads that share the work of a step.
package struct ThreadWorkers: Workers {
  /// How many there are at most.
  let jobs: Int

  package init(jobs: Int) {
    self.jobs = jobs
  }

  package func map<Value: Sendable>(
    _ count: Int, _ transform: @Sendable (Int) -> Value
  ) -> [Value] {
    Scheduler.map(count, jobs: jobs, transform)
  }
}
