/// The part of the program that belongs to no named method.
package enum Engine {
  /// Raised by hand whenever a change of the program may change a result of no particular method.
  package static let number = 2
}
