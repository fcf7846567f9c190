import Support

/// The file of names of galaxies that a spec may give in the place of a list.
enum NameList {
  /// A spec with the file of `cuts.only` read: its names stand in its place.
  ///
  /// A name stands on a line of its own; `#` begins a comment, at the start of a line or behind a
  /// blank.
  ///
  /// - Parameters:
  ///   - spec: A spec that is merged with what it extends.
  ///   - report: Receives what is wrong with the file.
  /// - Returns: The spec; after a mistake without the key.
  /// - Throws: ``FileError`` if the file cannot be read.
  static func read(into spec: JSONNode, _ report: InputReport) throws(FileError) -> JSONNode {
    guard let only = spec["cuts"]?["only"], let name = only.string else { return spec }
    let list = try names(in: name, at: only.place, report)
    return replacing("cuts", of: spec) { cuts in replacing("only", of: cuts) { _ in list } }
  }

  private static func names(
    in name: String, at place: Place, _ report: InputReport
  ) throws(FileError) -> JSONNode? {
    let path = Files.path(name, from: Files.parent(of: place.source.name))
    guard !name.isEmpty, Files.exists(path), !Files.isFolder(path) else {
      report.error(
        "there is no file '\(name)' of names", at: place,
        help: #"the path is relative to this file; galaxies themselves stand in a list: ["DDO154"]"#
      )
      return nil
    }
    let source: SourceText
    do throws(FileError) {
      source = SourceText(name: path, bytes: try Files.read(path))
    } catch {
      guard error.isRefusal else { throw error }
      report.error("\(error)", at: place, help: error.help)
      return nil
    }
    if let invalid = firstInvalidUTF8(in: source.bytes) {
      report.error("the text is not UTF-8", at: Place(source, invalid..<invalid + 1))
      return nil
    }
    return JSONNode(.array(lines(of: source)), at: place)
  }

  /// The names, each with its place.
  private static func lines(of source: SourceText) -> [JSONNode] {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    var start = source.bytes.starts(with: mark) ? mark.count : 0
    var names: [JSONNode] = []
    while start < source.bytes.count {
      let line = source.bytes[start...].prefix { $0 != 0x0a }
      let comment = line.indices.first { index in
        line[index] == UInt8(ascii: "#") && (index == line.startIndex || isBlank(line[index - 1]))
      }
      var span = start..<(comment ?? line.endIndex)
      while let first = span.first, isBlank(source.bytes[first]) { span.removeFirst() }
      while let last = span.last, isBlank(source.bytes[last]) { span.removeLast() }
      if !span.isEmpty {
        let name = String(decoding: source.bytes[span], as: UTF8.self)
        names.append(JSONNode(.string(name), at: Place(source, span)))
      }
      start = line.endIndex + 1
    }
    return names
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0d
  }

  /// An object with the value of a key replaced, or left out.
  private static func replacing(
    _ key: String, of node: JSONNode, by value: (JSONNode) -> JSONNode?
  ) -> JSONNode {
    guard let members = node.members else { return node }
    return JSONNode(
      .object(
        members.compactMap { member in
          guard member.key == key else { return member }
          return value(member.node).map {
            .init(key: member.key, keyPlace: member.keyPlace, node: $0)
          }
        }), at: node.place)
  }
}
