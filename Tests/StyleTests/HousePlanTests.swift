import TestKit
import Testing
import upsilon_house

/// The plan of small packages that are written here.
@Suite("Plan of a house", .limited)
struct HousePlanTests {
  static let rows = """
    let modules: [(name: String, imports: [String])] = [
      ("Low", []),
      (
        "High",
        ["Low"]
      ),
    ]

    let programs: [(name: String, imports: [String])] = [
      ("program", modules.map { $0.name }.filter { $0 != "None" }),
    ]
    """

  /// The house of files by their paths under `Sources`.
  private func house(_ files: KeyValuePairs<String, String>, rows: String = rows) -> House {
    House(
      rows: PackageRows(of: rows),
      files: files.map { SourceFile(path: "Sources/\($0)", text: $1) })
  }

  /// The passages of a floor as `from>to type`.
  private func passages(_ house: House, _ name: String) -> [String] {
    house.floors.filter { $0.name == name }.flatMap(\.passages).flatMap { passage in
      passage.uses.map { "\(passage.from)>\(passage.to) \($0.type)" }
    }
  }

  @Test func hasTheRowsOfThePackageFromTheLowestUp() {
    let house = house(["Low/A/One.swift": "struct One {}"])
    #expect(house.floors.map(\.name) == ["Low", "High", "program"])
    #expect(house.climbs == [])
  }

  @Test func namesTheRoomsInALine() {
    let house = house([
      "Low/A/Top.swift": "struct Top { let middle: Middle }",
      "Low/Middle.swift": "enum Middle { case base(Base) }",
      "Low/Z/Deep/Base.swift": "package protocol Base {}",
    ])
    #expect(house.floors[0].rooms.map(\.name) == ["Z", "Low", "A"])
    #expect(house.floors[0].circles.isEmpty)
    #expect(passages(house, "Low") == ["A>Low Middle", "Low>Z Base"])
  }

  @Test func namesThePlaceThatClosesACircle() {
    let house = house([
      "Low/A/One.swift": "struct One {}\n\nextension Two {\n  func one() -> One { One() }\n}\n",
      "Low/A/Other.swift": "let two = [Two(), Two()]",
      "Low/B/Two.swift": "struct Two {\n  let one = One()\n}",
    ])
    let circles = house.floors[0].circles
    #expect(circles.map(\.from) == ["B"])
    #expect(circles.flatMap(\.uses).map(\.description) == ["Sources/Low/B/Two.swift:2: 'One'"])
  }

  @Test func cutsALongCircleWhereItIsThinnest() {
    let house = house([
      "Low/A/A.swift": "struct A1 { let b: B1, b2: B2 }; struct A2 {}",
      "Low/B/B.swift": "struct B1 { let c: C1, c2: C2 }; struct B2 {}",
      "Low/C/C.swift": "struct C1 { let d: D1, d2: D2 }; struct C2 {}",
      "Low/D/D.swift": "struct D1 { let a: A1 }; struct D2 {}; struct D3 { let free: E }",
      "Low/E/E.swift": "struct E {}",
    ])
    #expect(house.floors[0].rooms.map(\.name) == ["E", "D", "C", "B", "A"])
    #expect(house.floors[0].circles.map { "\($0.from)>\($0.to)" } == ["D>A"])
  }

  /// Code of a file in folder `A` that names the type `Two` of folder `B`, and how often.
  @Test(arguments: [
    ("let two: Two?", 1),
    ("let two: [Two.Kind: Two]", 1),
    ("let text = \"a \\(Two.name) b\"", 1),
    ("let text = #\"a \\#(f(\"\\(1)\", Two.name)) b\"#", 1),
    ("let range = 0..<Two.count", 1),
    ("let two = Low.Two()", 1),
    ("extension Two { }", 1),
    ("func f<T: Two>(_ t: T) { }", 1),
    ("struct A { } /* a /* b */ Two */ // Two\nlet two: Two", 1),
    ("// Two\n/// Two\n/* Two /* Two */ Two */", 0),
    ("let text = \"Two \\\" Two\"", 0),
    ("let text = \"\"\"\n  Two \"Two\" \\\"\"\" Two\n  \"\"\"", 0),
    ("let text = #\"Two \" \\(Two) \\\"#", 0),
    ("let member = A.Two()", 0),
    ("let member = [.Two, a().Two]", 0),
    ("struct A { enum Two { case a }\n  let two: Two }", 0),
    ("struct A { enum Two { case a } }\nextension A { func f() -> Two { .a } }", 0),
    ("struct A { enum Two { case a } }\nlet two: Two", 1),
    ("struct A<Two> { let two: Two }", 0),
    ("func f<let n: Int, Two>(_ two: Two) { }", 0),
    ("func f() { struct Two { }\n  let two = Two() }", 0),
    ("private struct Two { let two: Two }", 0),
    ("fileprivate final class Two { }\nlet two: Two", 0),
    ("struct A { class func f() -> Two { } }", 1),
  ])
  func countsOnlyNamesOfThatType(code: String, count: Int) {
    let house = house(["Low/A/A.swift": code, "Low/B/Two.swift": "struct Two { }"])
    let found = passages(house, "Low")
    #expect(found == Array(repeating: "A>B Two", count: count))
  }

  @Test func tellsTypesOfOneNameInTwoModulesApart() {
    let house = house([
      "Low/A/Same.swift": "package struct Same {}",
      "Low/B/Other.swift": "let same: Same",
      "High/A/Same.swift": "package struct Same {}",
      "High/B/Own.swift": "import Low\nlet same: Same",
      "High/C/Foreign.swift": "import Low\nlet same: Low.Same",
      "High/D/Lonely.swift": "import Low\nprivate struct Lonely {}",
      "High/E/Lonely.swift": "private struct Lonely {}",
    ])
    #expect(passages(house, "Low") == ["B>A Same"])
    #expect(passages(house, "High") == ["B>A Same"])
  }

  @Test func seesTheNestedTypesOfAnExtendedTypeOfAnotherModule() {
    let house = house([
      "Low/A/Node.swift": "package struct Node { package enum Kind { case a } }",
      "High/A/Kind.swift": "enum Kind { case b }",
      "High/B/Node+Kind.swift": "import Low\nextension Node { func f() -> Kind { .a } }",
      "High/C/Other.swift": "import Low\nfunc f() -> Kind { .b }",
    ])
    #expect(passages(house, "High") == ["C>A Kind"])
  }

  @Test func refusesAnImportThatLeadsUp() {
    let house = house([
      "Low/A/One.swift": "// import High\nimport High\npackage import struct Low.One",
      "High/A/Two.swift": "import Foundation\nimport Low\nimport program",
      "program/Main.swift": "import High\nimport Low",
    ])
    #expect(
      house.climbs == [
        "Sources/Low/A/One.swift:2: 'Low' imports 'High'",
        "Sources/Low/A/One.swift:3: 'Low' imports 'Low'",
        "Sources/High/A/Two.swift:3: 'High' imports 'program'",
      ])
  }

  @Test func refusesARowThatListsAHigherOneAndAFolderWithoutOne() {
    let rows = "let modules: [Row] = [\n  (\"Low\", [\"High\"]),\n  (\"High\", [])\n]\n"
    let climbs = house(["Other/A/One.swift": ""], rows: rows).climbs
    #expect(
      climbs == [
        "Package.swift: 'Sources/Other' has no row",
        "Package.swift: 'Low' lists 'High', which is no row above it",
      ])
  }

  @Test func isPrintedFromTheHighestFloorDown() {
    let house = house([
      "Low/A/One.swift": "package struct One { let two: Two }",
      "Low/Bb/Two.swift": "struct Two { let a: One }",
      "High/Three.swift": "import Low\nlet one: One",
    ])
    #expect(
      HouseText.text(house) == """
        program

        High  imports Low
          High

        Low
          A   names Bb (1)
          Bb  names A (1)
          circle: 'A' names 'Bb'
            Sources/Low/A/One.swift:1: 'Two'

        """)
  }

  @Test func isDrawnWithOneArrowForEachRoomThatIsNamed() {
    let house = house([
      "Low/A/One.swift": "struct One {}",
      "Low/B/Two.swift": "let one: One",
      "Low/C/Three.swift": "let one: One",
      "High/Four.swift": "import Low",
    ])
    let svg = HousePicture.svg(house)
    #expect(svg.ranges(of: "<path ").count == 2)
    #expect(svg.ranges(of: "<circle ").count == 3)
    #expect(svg.ranges(of: "class=\"room\"").count == 4)
    #expect(svg.ranges(of: "class=\"floor\"").count == 3)
  }
}
