/// Finds the type that a word of a file names.
///
/// A name belongs to the file's own module first, then to the modules that the file imports.
/// Nested types, generic parameters and local types name nothing outside of their own type.
struct Directory {
  /// A folder of a module.
  struct Place: Hashable {
    let module: String
    let room: String
  }

  /// A module and the path of a type that is declared or extended in it.
  private struct Outer: Hashable {
    let module: String
    let path: [String]
  }

  private var places: [String: [String: Place]] = [:]
  private var privateNames: [String: Set<String>] = [:]
  private var nested: [Outer: Set<String>] = [:]

  init(_ files: [SourceFile]) {
    for file in files {
      for declaration in file.outline.declarations {
        if !declaration.enclosing.isEmpty {
          let outer = Outer(module: file.module, path: declaration.enclosing)
          nested[outer, default: []].insert(declaration.name)
        } else if declaration.isPrivate {
          privateNames[file.path, default: []].insert(declaration.name)
        } else {
          let place = Place(module: file.module, room: file.room)
          places[file.module, default: [:]][declaration.name] = place
        }
      }
    }
  }

  /// Where the type that a file mentions is declared; nil for any other word.
  func place(of mention: Outline.Mention, in file: SourceFile) -> Place? {
    if let module = mention.module { return places[module]?[mention.name] }
    let isHidden =
      file.outline.locals.contains(mention.name)
      || privateNames[file.path]?.contains(mention.name) == true
      || isNested(mention, in: file)
    return isHidden ? nil : place(named: mention.name, in: file)
  }

  private func place(named name: String, in file: SourceFile) -> Place? {
    let modules = [file.module] + file.outline.imports.map(\.module)
    return modules.lazy.compactMap { places[$0]?[name] }.first
  }

  /// Whether one of the types around a mention has a type of that name inside.
  private func isNested(_ mention: Outline.Mention, in file: SourceFile) -> Bool {
    let paths = mention.enclosing.indices.map { Array(mention.enclosing[...$0]) }
    let owner = mention.enclosing.first.flatMap { place(named: $0, in: file)?.module }
    return paths.contains { path in
      Set([file.module, owner ?? file.module]).contains { module in
        nested[Outer(module: module, path: path)]?.contains(mention.name) == true
      }
    }
  }
}
