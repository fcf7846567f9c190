import Machine

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An open file descriptor as a place for bytes.
package struct DescriptorSink: ByteSink {
  package let descriptor: Int32

  package init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  package func write(_ bytes: [UInt8]) throws(WriteFailure) {
    do throws(SystemError) {
      try Descriptor(descriptor).writeAll(bytes)
    } catch {
      throw error.number == EPIPE ? .closed : .refused(error)
    }
  }
}
