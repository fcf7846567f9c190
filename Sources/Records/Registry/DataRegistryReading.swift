import Datasets
import Galaxies
package import Support

/// Reads a `registry.json`.
package enum DataRegistryReading {
  private static let registry = JSONKey(
    "registry", JSONType<Int>.integer(from: 1).located, required: true,
    "the version of the layout, 1")
  private static let datasets = JSONKey(
    "datasets", JSONType<JSONNode>.anything.list, required: true, "the datasets")
  private static let name = JSONKey(
    "name", JSONType<String>.plainName(of: "dataset").located, required: true,
    "what specs call the dataset")
  private static let title = JSONKey(
    "title", JSONType<String>.string, required: true, "what it is, in one line")
  private static let citation = JSONKey(
    "citation", JSONType<String>.string, required: true, "how to cite it")
  private static let licence = JSONKey(
    "licence", JSONType<String>.string, required: true, "under which licence it is published")
  private static let format = JSONKey(
    "format", JSONType<String>.word(of: DatasetReaders.names, noun: "format"),
    "how its files are laid out")
  private static let files = JSONKey("files", JSONType<JSONNode>.anything.list, "its files")
  private static let generated = JSONKey(
    "generated", JSONType<Bool>.boolean.located, "whether the program makes the dataset itself")
  private static let embedded = JSONKey(
    "embedded", JSONType<Bool>.boolean.located, "whether the program carries the files")

  /// The entries of a registry that are right.
  ///
  /// - Parameters:
  ///   - source: The bytes of the registry.
  ///   - base: The registry that it adds to; `nil` for that of the program, which alone may have
  ///     built-in datasets.
  ///   - report: Takes all mistakes.
  /// - Returns: The entries without a mistake, in the order of the file.
  package static func entries(
    of source: SourceText, over base: DataRegistry?, _ report: InputReport
  ) -> [DatasetEntry] {
    guard let node = JSONParser.parse(source, report),
      let object = JSONObject(node, keys: [registry, datasets], report)
    else { return [] }
    if let version = object[registry], version.value != 1 {
      report.error(
        "unknown version \(version.value) of the registry", at: version.place,
        help: "this program reads version 1")
      return []
    }
    var entries: [DatasetEntry] = []
    guard let nodes = object[datasets] else { return [] }
    for node in nodes {
      guard let entry = entry(node, over: base, report) else { continue }
      if entries.contains(where: { $0.name == entry.name }) {
        report.error(
          "a second dataset '\(entry.name)'", at: node[name.name]?.place,
          help: "give it another name"
        )
      } else {
        entries.append(entry)
      }
    }
    return entries
  }

  private static func entry(
    _ node: JSONNode, over base: DataRegistry?, _ report: InputReport
  ) -> DatasetEntry? {
    let keys: [any JSONKeyDeclaration] = [
      name, title, citation, licence, format, files, generated, embedded,
    ]
    guard let object = JSONObject(node, keys: keys, report) else { return nil }
    let name = object[name]
    let (title, citation, licence) = (object[title], object[citation], object[licence])
    if let name, base?[name.value]?.isBuiltIn == true {
      // The program's own registry may lie in the data folder, as it does beside its source.
      if object[generated]?.value == true || object[embedded]?.value == true { return nil }
      report.error(
        "the dataset '\(name.value)' is built into the program and cannot be replaced",
        at: name.place,
        help: "give yours another name")
      return nil
    }
    guard let content = content(object, isOfProgram: base == nil, report), let name, let title,
      let citation, let licence
    else { return nil }
    return DatasetEntry(
      name: name.value, title: title, citation: citation, licence: licence, content: content)
  }

  private static func content(
    _ object: JSONObject, isOfProgram: Bool, _ report: InputReport
  ) -> DatasetEntry.Content? {
    if let generated = object[generated], generated.value {
      guard isOfProgram else {
        report.error(
          "a registry of your own cannot have a generated dataset", at: generated.place,
          help: "only the program makes datasets; name the files of yours")
        return nil
      }
      for node in [object.node[format.name], object.node[files.name]].compactMap(\.self) {
        report.error("a generated dataset has no files", at: node.place)
      }
      return .generated
    }
    for key in [format as any JSONKeyDeclaration, files] where object.node[key.name] == nil {
      report.error("missing key '\(key.name)'", at: object.opening, help: key.summary)
    }
    guard let format = object[format], let nodes = object[files],
      let reader = DatasetReaders.reader(named: format)
    else { return nil }
    let registered = RegisteredFileReading.files(
      nodes, of: reader, at: object.place(of: files), report)
    guard let embedded = object[embedded], embedded.value else {
      return registered.map { .files($0, format: format) }
    }
    guard isOfProgram else {
      report.error(
        "a registry of your own cannot have an embedded dataset", at: embedded.place,
        help: "only the program carries files; leave the key out")
      return nil
    }
    return registered.map { .embedded($0, format: format) }
  }
}

extension JSONObject {
  /// The bracket that opens the object.
  fileprivate var opening: Place {
    Place(node.place.source, node.place.span.lowerBound..<node.place.span.lowerBound + 1)
  }
}
