extension JSONType where Value == String {
  /// The path of a file or folder.
  ///
  /// Refused is what no system finds: a control character, a part of more than 255 bytes, more than
  /// 4,095 bytes.
  package static let path = string.map { text, node, report in
    guard let objection = text.pathObjection else { return text }
    report.error("this is no path: \(objection)", at: node.place)
    return nil
  }
}

extension String {
  /// Why no file can be found by this path; `nil` if nothing speaks against it.
  package var pathObjection: String? {
    if let control = firstControl { return "it holds the control character \(control.spelling)" }
    let (longest, longestPart) = (4_095, 255)
    if utf8.count > longest { return "it has more than \(longest.grouped) bytes" }
    if utf8.split(separator: UInt8(ascii: "/")).contains(where: { $0.count > longestPart }) {
      return "a part of it has more than \(longestPart) bytes"
    }
    return nil
  }
}
