package import Records
package import Support

/// The file of a pin, which stands beside its spec and is called a lock.
package enum PinFile {
  /// Ends the name of a lock, after that of its spec.
  package static let suffix = ".lock"

  /// Where the lock of a spec stands.
  package static func path(of spec: String) -> String {
    spec + suffix
  }

  /// Reads the lock of a spec.
  ///
  /// - Parameter spec: The file of the spec.
  /// - Returns: `nil` if the spec was not pinned.
  /// - Throws: ``FileError`` if the lock cannot be read, `InputRejected` with everything that is
  ///   wrong with it.
  package static func read(of spec: String) throws -> Pin? {
    let path = path(of: spec)
    guard let bytes = try Files.readIfPresent(path) else { return nil }
    return try pin(SourceText(name: path, bytes: bytes))
  }

  /// Reads the content of a lock.
  ///
  /// - Throws: `InputRejected` with everything that is wrong, or the advice to translate a lock of
  ///   version 1.
  package static func pin(_ source: SourceText) throws(InputRejected) -> Pin {
    if LockVersion1.isMeant(by: source.bytes) {
      let spec = source.name.hasSuffix(suffix) ? source.name.dropLast(suffix.count) : "SPEC"
      throw InputRejected(
        "'\(source.name)' is a lock of version 1, and this program reads version \(Pin.version)",
        help: "\(command: "pin", "--upgrade", "\(spec)") translates it without computing")
    }
    let report = InputReport()
    let pin = Pin.read(source, report)
    try report.check()
    guard let pin else { throw InputRejected("'\(source.name)' is no lock") }
    return pin
  }

  /// Writes a lock beside its spec; it is there in full or not at all.
  ///
  /// - Throws: ``FileError``, and what was there stays.
  package static func write(_ pin: Pin, besides spec: String) throws(FileError) {
    try Files.replace(path(of: spec), with: pin.bytes)
  }

  /// What became of a lock that was to be translated.
  package enum Upgrade: String, Sendable {
    /// It was of version 1 and is of this version now.
    case translated
    /// It was of this version.
    case current
    /// There is none.
    case none
  }

  /// Translates the lock of a spec from version 1.
  ///
  /// - Parameter spec: The file of the spec; it is not read.
  /// - Throws: ``FileError`` if a file cannot be read or written, `InputRejected` with everything
  ///   that is wrong with the lock, which then stays.
  /// - Returns: What became of it.
  package static func upgrade(of spec: String) throws -> Upgrade {
    let path = path(of: spec)
    guard let bytes = try Files.readIfPresent(path) else { return .none }
    let source = SourceText(name: path, bytes: bytes)
    guard LockVersion1.isMeant(by: source.bytes) else {
      _ = try pin(source)
      return .current
    }
    let report = InputReport()
    let pin = LockVersion1.pin(of: source, report)
    try report.check()
    guard let pin else { throw InputRejected("'\(path)' is no lock") }
    try write(pin, besides: spec)
    return .translated
  }
}
