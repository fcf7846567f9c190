import Datasets
import Galaxies
import Support

/// Reads the `files` of a dataset in a `registry.json`.
enum RegisteredFileReading {
  private static let role = JSONKey(
    "role", JSONType<String>.string.located, required: true, "the part that the file plays")
  private static let name = JSONKey(
    "name", JSONType<String>.plainName(of: "file").located, required: true,
    "what the file is called")
  private static let variants = JSONKey(
    "variants", JSONType<JSONNode>.anything.list, required: true, "the accepted contents")
  private static let urls = JSONKey(
    "urls", JSONType<String>.address.list, "where the file is published, in the order to try")
  private static let bytes = JSONKey(
    "bytes", JSONType<Int>.integer(from: 1), required: true, "the size")
  private static let sha256 = JSONKey(
    "sha256", JSONType<Fingerprint>.fingerprint, required: true, "the SHA-256")

  /// The files of a dataset, which together fill the roles of its format.
  ///
  /// - Parameters:
  ///   - nodes: One object a file.
  ///   - reader: The format.
  ///   - place: Where the list stands.
  ///   - report: Takes all mistakes.
  /// - Returns: The files, or `nil` if one of them is wrong.
  static func files(
    _ nodes: [JSONNode], of reader: any DatasetReader.Type, at place: Place, _ report: InputReport
  ) -> [RegisteredFile]? {
    let read = nodes.map { file($0, of: reader, report) }
    let files = read.compactMap(\.self)
    guard files.count == read.count else { return nil }
    var isRight = true
    func refuse(_ message: String, at place: Place?, help: String? = nil) {
      report.error(message, at: place, help: help)
      isRight = false
    }
    for (index, file) in files.enumerated() {
      let role = reader.roles.first { $0.name == file.role }
      if files[..<index].contains(where: { $0.name == file.name }) {
        refuse("a second file '\(file.name)'", at: nodes[index][name.name]?.place)
      } else if role?.isRepeated == false, files[..<index].contains(where: { $0.role == file.role })
      {
        refuse("a second file in the role '\(file.role)'", at: nodes[index][Self.role.name]?.place)
      }
    }
    for role in reader.roles
    where role.isRequired && !files.contains(where: { $0.role == role.name }) {
      refuse("no file in the role '\(role.name)'", at: place, help: role.summary)
    }
    return isRight ? files : nil
  }

  private static func file(
    _ node: JSONNode, of reader: any DatasetReader.Type, _ report: InputReport
  ) -> RegisteredFile? {
    guard let object = JSONObject(node, keys: [role, name, variants, urls], report) else {
      return nil
    }
    let (role, name, contents) = (object[role], object[name], object[variants])
    let urls = object.has(urls) ? object[urls] : []
    let roles = reader.roles.map { $0.name }
    if let role, !roles.contains(role.value) {
      report.error(
        "format '\(reader.name)' has no role '\(role.value)'", at: role.place,
        help: roles.advice(for: role.value))
      return nil
    }
    if let contents, contents.isEmpty {
      report.error(
        "the file has no accepted content", at: object.place(of: variants),
        help: "give its size and SHA-256")
      return nil
    }
    let read = contents?.map { variant($0, report) }
    guard let role, let name, let urls, let read, !read.contains(nil) else { return nil }
    return RegisteredFile(
      role: role.value, name: name.value, variants: read.compactMap(\.self), urls: urls)
  }

  private static func variant(_ node: JSONNode, _ report: InputReport) -> FileVariant? {
    guard let object = JSONObject(node, keys: [bytes, sha256], report) else { return nil }
    let (bytes, sha256) = (object[bytes], object[sha256])
    guard let bytes, let sha256 else { return nil }
    return FileVariant(bytes: bytes, sha256: sha256)
  }
}
