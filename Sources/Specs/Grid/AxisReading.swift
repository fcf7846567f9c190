import Numerics
import Support

/// The values of an axis as a spec writes them.
///
/// A list; a range with a step or with a count, in decimal arithmetic with both ends included; or a
/// range with a count in equal ratios.
enum AxisReading {
  static let type = JSONType<AxisValues>(
    schema: [
      "anyOf": [
        [
          "type": "array", "items": ["type": "number"], "minItems": 1,
          "maxItems": .number(Double(AxisRange.longest)),
        ], AxisRange.type.schema,
      ]
    ], words: "list of numbers, or object", parts: AxisRange.keys
  ) { node, report in
    switch node.value {
    case .array:
      list(node, report).map {
        AxisValues($0, at: node.place, each: node.elements.map(\.place))
      }
    case .object: range(node, report).map { AxisValues($0, at: node.place) }
    default:
      {
        report.error(
          "expected a list or a range, not \(node.kind)", at: node.place,
          help: #"write [0.5, 0.7] or {"from": 0.2, "through": 1.5, "step": 0.1}"#)
        return nil
      }()
    }
  }

  /// All axes of a grid, with no more values together than one of them may have.
  static let all = JSONType<[JSONType<AxisValues?>.Entry]>(
    schema: AxisReading.type.map.schema, words: AxisReading.type.map.words, parts: AxisRange.keys
  ) { node, report in
    var count = 0.0
    for member in node.entries {
      let length = length(of: member.node)
      // An axis that is too long by itself is told of where it is read.
      if length <= Double(AxisRange.longest) { count += length }
      guard count > Double(AxisRange.longest) else { continue }
      report.error(
        "the axes have more than \(AxisRange.longest.grouped) values together",
        at: member.node.place, help: "use fewer")
      return nil
    }
    return type.tolerant.map.read(node, report)
  }

  /// How many values an axis has, before any is made; zero where a mistake leaves that open.
  private static func length(of node: JSONNode) -> Double {
    if let values = node.array { return Double(values.count) }
    if let count = node[AxisRange.count.name]?.number { return max(0, count) }
    let ends = [AxisRange.from, AxisRange.through, AxisRange.step].compactMap {
      node[$0.name]?.number
    }
    return ends.count == 3 && ends[2] > 0 ? max(0, (ends[1] - ends[0]) / ends[2]) : 0
  }

  private static func list(_ node: JSONNode, _ report: InputReport) -> [Double]? {
    guard let values = JSONType<Double>.number.list.atMost(AxisRange.longest).read(node, report)
    else { return nil }
    if values.isEmpty {
      report.error("an axis needs at least one value", at: node.place)
      return nil
    }
    var seen: Set<Double> = []
    var isFine = true
    for (value, element) in zip(values, node.elements) where !seen.insert(value).inserted {
      report.error(
        "\(JSONValue.spelling(of: value)) stands twice in this axis", at: element.place)
      isFine = false
    }
    return isFine ? values : nil
  }

  private static func range(_ node: JSONNode, _ report: InputReport) -> [Double]? {
    guard let given = GivenKeys<AxisRange>(node, report), given.isWhole,
      given.knows(AxisRange.step), given.knows(AxisRange.count)
    else { return nil }
    let range = given.value
    switch (range.step, range.count) {
    case (let step?, nil):
      if given.has(AxisRange.scale), given.knows(AxisRange.scale) {
        report.error(
          "a scale goes with a count, not with a step", at: given.place(of: AxisRange.scale))
        return nil
      }
      return stepped(node, range.from, range.through, step, report)
    case (nil, let count?):
      return counted(
        node, range.from, range.through, count, isLog: range.scale == .log, report)
    case (nil, nil):
      report.error("a range needs a step or a count", at: range.from.place)
    case (_?, let count?):
      report.error("a range has a step or a count, not both", at: count.place)
    }
    return nil
  }

  private static func stepped(
    _ node: JSONNode, _ from: Located<Double>, _ through: Located<Double>, _ step: Located<Double>,
    _ report: InputReport
  ) -> [Double]? {
    guard from.value < through.value else {
      report.error(
        "the range runs backwards", at: through.place,
        help: "'through' must be larger than 'from'")
      return nil
    }
    guard step.value > 0 else {
      report.error("the step must be positive", at: step.place)
      return nil
    }
    guard (through.value - from.value) / step.value < Double(AxisRange.longest) else {
      report.error("the range has more than a million values", at: step.place)
      return nil
    }
    guard let first = decimal(AxisRange.from, of: node),
      let last = decimal(AxisRange.through, of: node),
      let width = decimal(AxisRange.step, of: node)
    else {
      report.error(
        "the range has too many digits for decimal steps", at: node.place,
        help: "write the values as a list")
      return nil
    }
    if let values = ExactDecimal.steps(from: first, through: last, step: width) {
      return distinct(values, node, report)
    }
    let ends = ExactDecimal.nearestEnds(from: first, through: last, step: width)
    report.error(
      "the step does not divide the range", at: step.place,
      help: ends.map { within, beyond in
        first < within
          ? "end the range at \(within) or \(beyond)" : "end the range at \(beyond) or beyond"
      })
    return nil
  }

  /// The number of a key as it is written.
  private static func decimal(
    _ key: ObjectKey<AxisRange>, of node: JSONNode
  ) -> ExactDecimal? {
    guard case .number(_, let spelling) = node[key.name]?.value else { return nil }
    return ExactDecimal(spelling)
  }

  private static func counted(
    _ node: JSONNode, _ from: Located<Double>, _ through: Located<Double>, _ count: Located<Int>,
    isLog: Bool, _ report: InputReport
  ) -> [Double]? {
    let (first, last) = (from.value, through.value)
    guard first < last else {
      report.error(
        "the range runs backwards", at: through.place,
        help: "'through' must be larger than 'from'")
      return nil
    }
    guard !isLog || first > 0 else {
      report.error("a range in equal ratios starts above zero", at: from.place)
      return nil
    }
    guard isLog else {
      guard let start = decimal(AxisRange.from, of: node),
        let end = decimal(AxisRange.through, of: node),
        let values = ExactDecimal.evenly(from: start, through: end, count: count.value)
      else {
        report.error(
          "the range has too many digits for decimal values", at: node.place,
          help: "write the values as a list")
        return nil
      }
      return distinct(values, node, report)
    }
    guard (last / first).isFinite else {
      report.error("the range is too wide for doubles", at: node.place)
      return nil
    }
    let intervals = Double(count.value - 1)
    let values = (0..<count.value).map { index in
      if index == 0 { return first }
      if index == count.value - 1 { return last }
      return first * Elementary.pow(last / first, Double(index) / intervals)
    }
    return distinct(values, node, report)
  }

  /// The values, if doubles can tell them apart.
  private static func distinct(
    _ values: [Double], _ node: JSONNode, _ report: InputReport
  ) -> [Double]? {
    if zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) { return values }
    report.error("the values lie too close together for doubles", at: node.place)
    return nil
  }
}
