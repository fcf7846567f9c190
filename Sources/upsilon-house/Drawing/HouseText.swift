/// The plan of a house as text: the highest floor first, the rooms of a floor from the lowest up.
package enum HouseText {
  package static func text(_ house: House) -> String {
    let floors = house.floors.reversed().map(floor).joined(separator: "\n")
    return floors + house.climbs.map { "goes up: \($0)\n" }.joined()
  }

  private static func floor(_ floor: Floor) -> String {
    let imports =
      floor.imports.isEmpty ? "" : "  imports \(floor.imports.joined(separator: ", "))"
    let width = floor.rooms.map(\.name.count).reduce(0, max)
    let rooms = floor.rooms.map { room in
      let named = floor.passages.filter { $0.from == room.name }.map { passage in
        "\(passage.to) (\(passage.uses.count))"
      }
      let name = room.name + String(repeating: " ", count: width - room.name.count)
      return named.isEmpty ? "  \(room.name)\n" : "  \(name)  names \(list(named))\n"
    }
    return "\(floor.name)\(imports)\n" + rooms.joined() + floor.circles.map(circle).joined()
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  /// A passage that goes up, with every place that takes it.
  private static func circle(_ passage: Floor.Passage) -> String {
    "  circle: '\(passage.from)' names '\(passage.to)'\n"
      + passage.uses.map { "    \($0)\n" }.joined()
  }
}
