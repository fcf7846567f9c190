/// The offset of the first byte that is not part of valid UTF-8, if there is one.
package func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
  if String(validating: bytes, as: UTF8.self) != nil { return nil }
  var low = 0
  var high = bytes.count
  // The longest valid prefix: validity of prefixes is monotone up to three cut continuation bytes.
  while high - low > 4 {
    let middle = (low + high) / 2
    let isValid = (0..<4).contains {
      middle >= $0 && String(validating: bytes[..<(middle - $0)], as: UTF8.self) != nil
    }
    if isValid { low = middle } else { high = middle }
  }
  return (max(0, low - 4)...high).last {
    String(validating: bytes[..<$0], as: UTF8.self) != nil
  }
}
