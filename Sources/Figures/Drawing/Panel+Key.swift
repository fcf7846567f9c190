extension Panel {
  /// What stands in the key: its own lines, or what the marks say.
  ///
  /// What lies on top comes first where there are lines and other marks.
  ///
  /// - Parameter withLines: Whether lines are in it, which may have names beside them.
  /// - Returns: From top to bottom.
  package func keyEntries(withLines: Bool) -> [KeyEntry] {
    guard key.isEmpty else { return key }
    var entries: [KeyEntry] = []
    for mark in marks {
      guard let entry = Self.entry(mark, withLines: withLines) else { continue }
      if !entries.contains(entry) { entries.append(entry) }
    }
    let lines = entries.filter { if case .line = $0.sample { true } else { false } }
    return lines.isEmpty || lines.count == entries.count ? entries : entries.reversed()
  }

  private static func entry(_ mark: Mark, withLines: Bool) -> KeyEntry? {
    let (label, sample): (String, KeyEntry.Sample)
    switch mark {
    case .line(let mark):
      guard withLines else { return nil }
      let width = mark.weight == .component ? 1 : 1.4
      (label, sample) = (mark.label, .line(mark.paint, width: width))
    case .point(let mark):
      let isHollow = !mark.isHollow.isEmpty && mark.isHollow.allSatisfy(\.self)
      let hasBars = mark.size == .large && mark.yEnds.contains { $0 != nil }
      label = mark.label
      if mark.size == .outline {
        sample = .outline(mark.paint)
      } else {
        sample = hasBars ? .errorBar(mark.paint) : .point(mark.paint, isHollow: isHollow)
      }
    case .band(let mark):
      guard withLines else { return nil }
      (label, sample) = (mark.label, .band(mark.paint, mark.opacity))
    case .bar(let mark):
      let isHollow = !mark.isHollow.isEmpty && mark.isHollow.allSatisfy(\.self)
      (label, sample) = (mark.label, .bar(mark.paint, isHollow: isHollow))
    case .cell, .density, .rule, .text: return nil
    }
    return label.isEmpty ? nil : KeyEntry(label, detail: "", sample)
  }
}
