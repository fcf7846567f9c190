import Support

/// A change of one key from the command line.
enum SettingPatch {
  /// Turns `grid.upsilon_disk=[0.5]` into the object that changes this one key.
  ///
  /// The value is JSON; a plain word stands for itself as text.
  static func node(_ setting: String, _ report: InputReport) -> JSONNode? {
    let source = SourceText(name: "--set", text: setting)
    guard let equals = setting.firstIndex(of: "="), equals != setting.startIndex else {
      report.error(
        "'\(setting)' sets nothing", at: Place(source, 0..<setting.utf8.count),
        help: "write --set grid.upsilon_disk=[0.5]")
      return nil
    }
    let path = setting[..<equals].split(separator: ".", omittingEmptySubsequences: false)
    let start = setting[..<equals].utf8.count + 1
    let keyPlace = Place(source, 0..<start - 1)
    let valuePlace = Place(source, start..<setting.utf8.count)
    guard var node = value(String(setting[setting.index(after: equals)...]), valuePlace, report)
    else { return nil }
    for key in path.reversed() {
      node = JSONNode(
        .object([.init(key: String(key), keyPlace: keyPlace, node: node)]), at: valuePlace)
    }
    return node
  }

  private static func value(_ text: String, _ place: Place, _ report: InputReport) -> JSONNode? {
    let quiet = InputReport()
    // Blanks stand for the key, so that places in the value are places in the setting.
    let padding = String(repeating: " ", count: place.span.lowerBound)
    let padded = SourceText(name: "--set", text: padding + text)
    if let node = JSONParser.parse(padded, quiet), !quiet.hasErrors { return node }
    let isWord = text.utf8.allSatisfy {
      $0.isWordByte || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    if isWord, let first = text.first, first.isLetter { return JSONNode(.string(text), at: place) }
    report.error("'\(text)' is not a JSON value", at: place, help: "quote it for the shell")
    return nil
  }
}
