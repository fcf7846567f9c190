import Native

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the machine offers to this process.
package enum Host {
  /// How many processors are at hand: those on which this process may run, where the system
  /// tells.
  package static var processors: Int {
    let allowed = Int(processors_allowed())
    return allowed > 0 ? allowed : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// The variables of the process by their names.
  package static var environment: [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let variable = next.pointee {
      let words = String(cString: variable).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if words.count == 2 { variables[String(words[0])] = String(words[1]) }
      next += 1
    }
    return variables
  }

  /// Has memory that is given back stay with the process for the next tables, where the system can
  /// be told so; to be called before there are threads.
  package static func keepMemory() { memory_stays() }

  /// Lets other processes work for a while of less than a second; a signal ends it early.
  package static func sleep(for pause: Duration) {
    usleep(UInt32(pause.components.attoseconds / 1_000_000_000_000))
  }
}
