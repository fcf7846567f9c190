import Figures

/// Scenes by chance, the same for the same seed.
struct SceneDice {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  private mutating func count(_ most: Int) -> Int { Int(next() % UInt64(most + 1)) }
  private mutating func flip() -> Bool { count(1) == 1 }
  private mutating func pick<T>(_ items: [T]) -> T { items[count(items.count - 1)] }
  private mutating func many<T>(_ most: Int, _ make: (inout SceneDice) -> T) -> [T] {
    let size = count(most)
    return (0..<size).map { _ in make(&self) }
  }

  private mutating func number() -> Double {
    switch count(30) {
    case 0: .nan
    case 1: .infinity
    case 2: -.infinity
    case 3: 0
    case 4: -0.0
    case 5: 1e300
    case 6: -1e300
    case 7: 1e-300
    case 8...12: Double(count(1000)) / 7 - 70
    default: Double(count(1000)) / 1000
    }
  }

  private mutating func range() -> ClosedRange<Double> {
    let (a, b) = (number(), number())
    guard !a.isNaN, !b.isNaN else { return 0...1 }
    return min(a, b)...max(a, b)
  }

  private mutating func text() -> String {
    let words = [
      "", "*V*_{200}", "10^{−10}", "<a & b>", "\"quoted\"", "a_{b", "***", "χ^{2}_{ν} = 1.2",
      "a long text that goes on and on and on without saying very much at all about anything",
      "漢字かな", "\u{0}\u{7}", "oneverylongwordthatcannotbebrokenanywhereatallbecauseithasnospaces",
      "^{}", " ", "  spaced  ", "NGC1234", "é†Υ",
    ]
    return many(2) { $0.pick(words) }.joined(separator: " ")
  }

  private mutating func paint() -> Paint {
    Paint(pick(Tone.allCases), pick(Dash.allCases), pick(Symbol.allCases))
  }

  private mutating func axis() -> Axis {
    let scales: [Axis.Scale] = [
      .linear, .log, .symlog(linearTo: number()), .words(many(12) { $0.text() }), .linear, .log,
    ]
    let ticks = count(4) == 0 ? many(9) { Axis.Tick($0.number(), $0.text()) } : nil
    return Axis(
      label: text(), scale: pick(scales), domain: range(), hasGrid: flip(), ticks: ticks)
  }

  private mutating func mark() -> Mark {
    let size = pick([0, 1, 2, 30])
    func numbers(_ dice: inout SceneDice) -> [Double] { (0..<size).map { _ in dice.number() } }
    func ranges(_ dice: inout SceneDice) -> [ClosedRange<Double>] {
      (0..<size).map { _ in dice.range() }
    }
    let flags = (0..<size).map { _ in flip() }
    switch count(7) {
    case 0:
      let ends = flip() ? ranges(&self).map(Optional.some) : []
      return .point(
        PointMark(
          x: numbers(&self), y: numbers(&self), xEnds: ends, yEnds: ends.reversed(),
          isHollow: flags, paint: paint(), size: pick([.usual, .large, .outline]), label: text()))
    case 1:
      return .line(
        LineMark(
          x: numbers(&self), y: numbers(&self), paint: paint(),
          weight: pick([.main, .component, .outlined]), label: text()))
    case 2:
      return .band(
        BandMark(
          x: numbers(&self), low: numbers(&self), high: numbers(&self), paint: paint(),
          opacity: 0.2, label: text()))
    case 3:
      return .bar(
        BarMark(
          from: numbers(&self), to: numbers(&self), base: numbers(&self), top: numbers(&self),
          isHollow: flags, isHorizontal: flip(), paint: paint(), opacity: flip() ? 1 : 0.3,
          texts: flip() ? (0..<size).map { _ in text() } : [], label: text()))
    case 4:
      return .cell(
        CellMark(x: ranges(&self), y: ranges(&self), values: numbers(&self), domain: range()))
    case 5:
      return .density(
        DensityMark(
          x: ranges(&self), y: ranges(&self), counts: (0..<size).map { _ in count(5000) },
          label: text()))
    case 6:
      let places: [RuleMark.Place] = [
        .x(number()), .y(number()), .edge(pick([.left, .right, .top, .bottom]), range()),
      ]
      return .rule(RuleMark(pick(places), paint: paint(), width: 1, label: text()))
    default:
      return .text(
        TextMark(
          x: numbers(&self), y: numbers(&self), texts: (0..<size).map { _ in text() },
          anchor: pick([.start, .middle, .end]), tone: pick([.t1, .ink, .k2])))
    }
  }

  private mutating func phrase() -> HeadLine.Phrase {
    HeadLine.Phrase(
      text(), pick([.heading, .strong, .label, .direct, .note]), pick(Tone.allCases),
      sample: count(3) == 0 ? sample() : nil)
  }

  private mutating func sample() -> KeyEntry.Sample {
    pick([
      .point(paint(), isHollow: flip()), .errorBar(paint()), .line(paint(), width: 1),
      .band(paint(), 0.2), .bar(paint(), isHollow: flip()), .outline(paint()),
    ])
  }

  private mutating func head() -> HeadLine {
    HeadLine(left: many(3) { $0.phrase() }, right: many(2) { $0.phrase() })
  }

  private mutating func entry() -> KeyEntry { KeyEntry(text(), detail: text(), sample()) }

  private mutating func panel() -> Panel {
    let bar = ColourBar(
      label: text(), domain: range(), isClampedBelow: flip(), isClampedAbove: flip(),
      mark: number())
    return Panel(
      x: axis(), y: axis(), height: count(3) == 0 ? number() * 100 : nil,
      frame: pick([.axes, .axes, .full, .none]), marks: many(6) { $0.mark() },
      labels: pick([.beside, .key, .side, .none]), key: count(3) == 0 ? many(5) { $0.entry() } : [],
      captions: many(3) { $0.phrase() }, note: flip() ? text() : nil,
      colourBar: count(4) == 0 ? bar : nil)
  }

  private mutating func block() -> Block {
    let density: Block.Density = pick([.full, .full, .small, .tiny])
    return Block(
      head: many(2) { $0.head() },
      values: many(5) { Block.Value($0.text(), isDoubtful: $0.flip()) },
      panels: many(3) { $0.panel() }, share: number(), density: density,
      foot: many(1) { $0.head() })
  }

  mutating func scene() -> Scene {
    Scene(
      id: "chance", title: text(), summary: text(), size: pick([.column, .page]),
      head: many(2) { $0.head() },
      blocks: many(5) { dice -> Block? in dice.count(5) == 0 ? nil : dice.block() },
      blocksPerRow: count(3), key: many(3) { $0.entry() }, notes: many(2) { $0.text() })
  }
}
