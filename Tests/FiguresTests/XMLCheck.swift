/// Whether a text is well-formed XML, as far as drawings use it.
enum XMLCheck {
  /// What is wrong first.
  static func fault(in text: String) -> String? {
    var (open, rest, ids) = ([Substring](), text[...], Set<Substring>())
    while let start = rest.firstIndex(where: { $0 == "<" || $0 == "&" || $0 == ">" }) {
      if rest[start] == ">" { return "a free >" }
      if rest[start] == "&" {
        let entity = rest[start...].prefix { $0 != ";" }
        guard ["&amp", "&lt", "&gt", "&quot"].contains(entity) else { return "\(entity)" }
        rest = rest[start...].dropFirst(entity.count)
        continue
      }
      guard let end = rest[start...].firstIndex(of: ">") else { return "an open tag" }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return "</\(tag.dropFirst())>" }
        continue
      }
      if let fault = attributes(of: tag, &ids) { return fault }
      if !tag.hasSuffix("/") { open.append(tag.prefix { $0 != " " }) }
    }
    return open.isEmpty ? nil : "\(open) are open"
  }

  private static func attributes(of tag: Substring, _ ids: inout Set<Substring>) -> String? {
    let parts = tag.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return "quotes in \(tag)" }
    if tag.contains("<") { return "< in \(tag)" }
    var names = Set<Substring>()
    for index in stride(from: 0, to: parts.count - 1, by: 2) {
      let name = parts[index].split(separator: " ").last ?? ""
      guard name.hasSuffix("="), names.insert(name).inserted else { return "'\(name)' in \(tag)" }
      if name == "id=", !ids.insert(parts[index + 1]).inserted { return "two \(parts[index + 1])" }
      if parts[index + 1].contains("nan") || parts[index + 1].contains("inf") {
        return "no number in \(tag)"
      }
    }
    return nil
  }
}
