import Support

/// A change of one key from the command line.
enum SettingPatch {
  /// Turns `grid.upsilon_disk=[0.5]` into the object that changes this one key.
  ///
  /// The value is JSON; a plain word stands for itself as text.
  static func node(_ setting: String, _ report: InputReport) -> JSONNode? {
    let source = SourceText(name: "--set", text: setting)
    let bytes = source.bytes
    let end = bytes.firstIndex(of: UInt8(ascii: "="))
    let keys = bytes[..<(end ?? bytes.endIndex)]
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let end, keys.allSatisfy({ !$0.isEmpty }) else {
      report.error(
        "'\(setting)' sets nothing", at: Place(source, 0..<bytes.count),
        help: "write --set grid.upsilon_disk=[0.5]")
      return nil
    }
    guard keys.count <= JSONParser.deepest else {
      report.error(
        "nested more than \(JSONParser.deepest) deep", at: Place(source, 0..<end))
      return nil
    }
    let place = Place(source, end + 1..<bytes.count)
    return value(at: place, report).map { value in
      keys.reversed().reduce(value) { node, key in
        let name = String(decoding: key, as: UTF8.self)
        let keyPlace = Place(source, key.startIndex..<key.endIndex)
        return JSONNode(.object([.init(key: name, keyPlace: keyPlace, node: node)]), at: place)
      }
    }
  }

  private static func value(at place: Place, _ report: InputReport) -> JSONNode? {
    let bytes = Array(place.source.bytes[place.span])
    let text = String(decoding: bytes, as: UTF8.self)
    if text.isEmpty {
      report.error(
        "the setting has no value", at: Place(place.source, 0..<place.span.upperBound),
        help: "'null' removes a key")
      return nil
    }
    // Blanks stand for the key, so that places in the value are places in the setting.
    let blanks = [UInt8](repeating: UInt8(ascii: " "), count: place.span.lowerBound)
    let quiet = InputReport()
    let node = JSONParser.parse(SourceText(name: "--set", bytes: blanks + bytes), quiet)
    if let node, !quiet.hasErrors { return moved(node, to: place.source) }
    let isWord = bytes.allSatisfy {
      $0.isWordByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    if isWord, let first = text.first, first.isLetter { return JSONNode(.string(text), at: place) }
    let advice = [quiet.diagnostics.first?.message, "quote it for the shell"]
    report.error(
      "'\(text)' is not a JSON value", at: place,
      help: advice.compactMap(\.self).joined(separator: "; "))
    return nil
  }

  /// The same node, its places at the same offsets of another source.
  private static func moved(_ node: JSONNode, to source: SourceText) -> JSONNode {
    let value: JSONNode.Value =
      switch node.value {
      case .array(let nodes): .array(nodes.map { moved($0, to: source) })
      case .object(let members):
        .object(
          members.map { member in
            .init(
              key: member.key, keyPlace: Place(source, member.keyPlace.span),
              node: moved(member.node, to: source))
          })
      case let plain: plain
      }
    return JSONNode(value, at: Place(source, node.place.span))
  }
}
