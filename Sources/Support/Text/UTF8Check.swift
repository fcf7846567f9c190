/// The offset of the first byte that is not part of valid UTF-8, if there is one.
package func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  if String(validating: bytes, as: UTF8.self) != nil { return nil }
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  var offset = 0
  while case .valid(let scalar) = parser.parseScalar(from: &iterator) {
    offset += scalar.count
  }
  return offset
}
