/// A module: its folders in a line, and who names whom.
package struct Floor: CustomStringConvertible, Sendable {
  /// A folder, with every folder inside of it; the root of the module has the module's name.
  package struct Room: Equatable, Sendable {
    package let name: String
    let files: Int
  }

  /// One folder names types of another.
  package struct Passage: Sendable {
    package let from: String
    package let to: String
    /// One for each file and type, where it is named first.
    package let uses: [Use]
  }

  /// A place where a type is named.
  package struct Use: CustomStringConvertible, Sendable {
    let path: String
    let line: Int
    package let type: String

    package var description: String { "\(path):\(line): '\(type)'" }
  }

  package let name: String
  /// In a line: a folder names only folders before it, as far as that can be.
  package let rooms: [Room]
  package let passages: [Passage]
  /// The modules that its files import, from the lowest up.
  let imports: [String]

  package var description: String { name }

  /// Draws up the plan of a module from its files; `names` are all modules, from the lowest up.
  init(_ name: String, _ files: [SourceFile], among names: [String], _ directory: Directory) {
    self.name = name
    let imported = Set(files.flatMap { $0.outline.imports.map(\.module) })
    imports = names.filter { imported.contains($0) && $0 != name }
    let folders = Set(files.map(\.room)).sorted()
    let passages = Self.passages(name, files, directory)
    let index = Dictionary(uniqueKeysWithValues: folders.enumerated().map { ($1, $0) })
    var weights = folders.map { _ in folders.map { _ in 0 } }
    for passage in passages {
      guard let from = index[passage.from], let to = index[passage.to] else { continue }
      weights[from][to] = passage.uses.count
    }
    rooms = RoomOrder.line(weights).map { folder in
      Room(name: folders[folder], files: files.count { $0.room == folders[folder] })
    }
    self.passages = passages
  }

  private static func passages(
    _ module: String, _ files: [SourceFile], _ directory: Directory
  ) -> [Passage] {
    var uses: [[String]: [Use]] = [:]
    for file in files {
      var seen: Set<String> = []
      for mention in file.outline.mentions {
        guard let place = directory.place(of: mention, in: file), place.module == module,
          place.room != file.room, seen.insert(mention.name).inserted
        else { continue }
        uses[[file.room, place.room], default: []].append(
          Use(path: file.path, line: mention.line, type: mention.name))
      }
    }
    return uses.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { ends in
      Passage(from: ends[0], to: ends[1], uses: uses[ends, default: []])
    }
  }

  /// Where a room stands in the line.
  func position(_ room: String) -> Int {
    rooms.firstIndex { $0.name == room } ?? rooms.count
  }

  /// The passages that go up the line: those that close its circles.
  package var circles: [Passage] {
    passages.filter { position($0.from) < position($0.to) }
  }
}
