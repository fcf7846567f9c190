/// Text that comes from the system as bytes, which need not be UTF-8.
package enum UncertainText {
  /// The text with `\xE9` for every byte that belongs to no character.
  package static func escaped(_ bytes: some Sequence<UInt8>) -> String {
    var text = ""
    var decoder = UTF8()
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      var iterator = rest.makeIterator()
      if case .scalarValue(let scalar) = decoder.decode(&iterator) {
        text.unicodeScalars.append(scalar)
        rest = rest.dropFirst(UTF8.width(scalar))
      } else {
        let digits = String(rest[rest.startIndex], radix: 16, uppercase: true)
        text += digits.count == 1 ? "\\x0\(digits)" : "\\x\(digits)"
        rest = rest.dropFirst()
      }
      decoder = UTF8()
    }
    return text
  }
}
