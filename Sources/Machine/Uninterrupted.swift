#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes a call of the system again for as long as a signal interrupts it.
///
/// - Parameter call: Returns a negative number, with the reason in `errno`, if it fails.
/// - Returns: What the call returned in the end.
package func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
