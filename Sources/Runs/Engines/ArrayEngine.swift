/// What starts a command many times, and the variables in which it says which time it is.
package struct ArrayEngine: Sendable {
  /// How an engine tells how many times there are.
  enum Extent: Sendable {
    /// The numbers go from a first one to a last one by a step; of these variables all are told.
    /// Some engines tell how many there are besides, which is something else where the numbers are
    /// a list.
    case range(first: String, last: String, step: String, count: String?)
    /// Their number is told; numbers begin at zero.
    case size(String)
    /// It is not told; numbers begin at one.
    case untold
  }

  package let name: String
  /// The variable that has the number.
  package let index: String
  let extent: Extent

  /// Every engine that is known.
  ///
  /// A new one is one more here.
  package static let all = [
    ArrayEngine(
      name: "Slurm", index: "SLURM_ARRAY_TASK_ID",
      extent: .range(
        first: "SLURM_ARRAY_TASK_MIN", last: "SLURM_ARRAY_TASK_MAX",
        step: "SLURM_ARRAY_TASK_STEP", count: "SLURM_ARRAY_TASK_COUNT")),
    ArrayEngine(
      name: "Grid Engine", index: "SGE_TASK_ID",
      extent: .range(
        first: "SGE_TASK_FIRST", last: "SGE_TASK_LAST", step: "SGE_TASK_STEPSIZE", count: nil)),
    ArrayEngine(
      name: "Open MPI", index: "OMPI_COMM_WORLD_RANK", extent: .size("OMPI_COMM_WORLD_SIZE")),
    ArrayEngine(name: "MPI", index: "PMI_RANK", extent: .size("PMI_SIZE")),
    ArrayEngine(name: "HTCondor", index: "_CONDOR_PROCNO", extent: .size("_CONDOR_NPROCS")),
    ArrayEngine(
      name: "HTCondor", index: CondorJob.process, extent: .size(CondorJob.processes)),
    ArrayEngine(name: "GNU parallel", index: "PARALLEL_SEQ", extent: .untold),
  ]

  /// The variables that it sets.
  var variables: [String] {
    switch extent {
    case .range(let first, let last, let step, let count):
      [index, first, last, step] + [count].compactMap(\.self)
    case .size(let size): [index, size]
    case .untold: [index]
    }
  }

  /// What it says in an environment; `nil` if it says nothing.
  func task(in environment: [String: String]) -> ArrayTask? {
    // Outside an array Grid Engine says 'undefined'.
    guard let word = environment[index], !word.isEmpty, word != "undefined" else { return nil }
    let told = variables.compactMap { name in environment[name].map { (name, $0) } }
    return ArrayTask(engine: self, told: told)
  }
}
