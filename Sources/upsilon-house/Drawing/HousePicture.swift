/// The plan of a house as a picture: floors from the highest down, rooms from the lowest right.
///
/// An arrow starts at dots, one for each that names, and ends in what is named. Left of the floors
/// every module has a stair that leads down to it; above the rooms every room has a rail.
/// Passages against the line are red.
package enum HousePicture {
  /// The measures of the picture, in its own points.
  private enum Measure {
    static let stair = 14.0
    static let label = 118.0
    static let rail = 9.0
    static let room = 30.0
    static let gap = 14.0
    static let margin = 16.0
    /// The width of a letter of the names of rooms.
    static let letter = 7.0
    static let legend = 34.0
  }

  package static func svg(_ house: House) -> String {
    let floors = Array(house.floors.reversed())
    var (shapes, top): ([String], Double) = ([], Measure.margin)
    var landings: [String: Double] = [:]
    let left = Measure.margin + Measure.stair * Double(floors.count) + Measure.label
    let width = floors.map { roomsWidth($0) }.reduce(0, max) + left + Measure.margin
    for (index, floor) in floors.enumerated() {
      let rails = Double(Set(floor.passages.map(\.to)).count) * Measure.rail
      let height = Measure.gap + rails + Measure.room + Measure.gap
      if index.isMultiple(of: 2) {
        shapes.append(SVG.box(0, top, width, height, "band"))
      }
      let roomTop = top + Measure.gap + rails
      landings[floor.name] = roomTop + Measure.room / 2
      shapes += rooms(floor, left: left, top: roomTop)
      top += height
    }
    shapes += stairs(house, landings)
    shapes.append(SVG.text(Measure.margin, top + 22, "legend", SVG.legend))
    return SVG.document(width, top + Measure.legend, shapes)
  }

  private static func width(_ room: Floor.Room) -> Double {
    Double(room.name.count) * Measure.letter + 22
  }

  private static func roomsWidth(_ floor: Floor) -> Double {
    floor.rooms.reduce(0) { $0 + width($1) + Measure.gap }
  }

  /// The rooms of a floor with their rails, the rail of the lowest room on top.
  private static func rooms(_ floor: Floor, left: Double, top: Double) -> [String] {
    var (shapes, lefts, next): ([String], [String: Double], Double) = ([], [:], left)
    for room in floor.rooms {
      lefts[room.name] = next
      shapes.append(SVG.box(next, top, width(room), Measure.room, "room"))
      shapes.append(SVG.text(next + width(room) / 2, top + 19, "name", room.name))
      next += width(room) + Measure.gap
    }
    let named = floor.rooms.filter { room in floor.passages.contains { $0.to == room.name } }
    var tops: [String: Double] = [:]
    for (index, room) in named.enumerated() {
      guard let x = lefts[room.name].map({ $0 + 10 }) else { continue }
      let y = top - Measure.rail * Double(named.count - index)
      for passage in floor.passages where passage.to == room.name {
        guard let end = lefts[passage.from].map({ $0 + 18 }) else { continue }
        let style = floor.position(passage.from) < floor.position(room.name) ? "up" : "rail"
        shapes.append(SVG.line(x, y, end, y, style))
        shapes.append(SVG.dot(end, y, style))
        tops[passage.from] = min(tops[passage.from] ?? y, y)
      }
      shapes.append(SVG.arrow(x, y, top, "rail"))
    }
    for (room, y) in tops.sorted(by: { $0.key < $1.key }) {
      guard let x = lefts[room].map({ $0 + 18 }) else { continue }
      shapes.append(SVG.line(x, y, x, top, "rail"))
    }
    return shapes
  }

  /// The names of the floors, each at the foot of its stair.
  private static func stairs(_ house: House, _ landings: [String: Double]) -> [String] {
    var shapes: [String] = []
    let stairs = Dictionary(
      uniqueKeysWithValues: house.floors.enumerated().map {
        ($1.name, Measure.margin + Measure.stair * (Double($0) + 0.5))
      })
    for floor in house.floors {
      guard let x = stairs[floor.name], let y = landings[floor.name] else { continue }
      let left = x - Measure.stair / 2
      shapes.append(SVG.box(left, y - 12, Measure.label - Measure.gap, 24, "floor"))
      shapes.append(
        SVG.text(left + (Measure.label - Measure.gap) / 2, y + 4.5, "title", floor.name))
      let ends = floor.imports.compactMap { stairs[$0] }
      if let end = ends.min() { shapes.append(SVG.line(end, y, left, y, "stair")) }
      shapes += ends.map { SVG.dot($0, y, "stair") }
      let users = house.floors.filter { $0.imports.contains(floor.name) }
      if let start = users.compactMap({ landings[$0.name] }).min() {
        shapes.append(SVG.arrow(x, start, y - 12, "stair"))
      }
    }
    return shapes
  }
}
