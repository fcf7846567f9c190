import Machine
import Support

/// The build of a program, as its linker named it: any two that differ in a byte have two names.
///
/// Records are kept under the name of the build that computed them, since nobody but the same
/// program can tell what its numbers mean.
package struct Build: Hashable, Sendable, CustomStringConvertible {
  /// The most digits that are kept; linkers give 16 to 40.
  static let maximumDigits = 64

  /// The name in hexadecimal digits, at least one.
  package let digits: String

  /// - Returns: `nil` if these are no hexadecimal digits in lower case, or too many.
  package init?(_ digits: String) {
    guard !digits.isEmpty, digits.utf8.count <= Self.maximumDigits,
      digits.utf8.allSatisfy({ $0.isDigit || (97...102).contains($0) })
    else { return nil }
    self.digits = digits
  }

  /// The name that a linker wrote, byte by byte.
  package init?(_ bytes: [UInt8]) {
    self.init(Self.hexadecimal(bytes.prefix(Self.maximumDigits / 2)))
  }

  /// The build of this program.
  ///
  /// A program whose linker gave it no name has another one in each process, so that it goes on
  /// with nothing but what the process itself has computed.
  package static var running: Build { looked.build }

  /// Why the name of this program could not be read; `nil` if it was, or there is none.
  static var failure: FileError? { looked.failure }

  private static let looked: (build: Build, failure: FileError?) = {
    let ownOnly = Build(uncheckedDigits: RandomToken.make())
    do throws(FileError) {
      return (try BuildNote.ofThisProgram().flatMap { Build($0) } ?? ownOnly, nil)
    } catch {
      return (ownOnly, error)
    }
  }()

  private init(uncheckedDigits: String) {
    digits = uncheckedDigits
  }

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// As many digits as tell builds apart for a person.
  package var description: String { String(digits.prefix(12)) }
}
