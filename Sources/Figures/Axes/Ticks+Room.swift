extension Ticks {
  /// The ticks without the texts for which there is no room: every other one, until all fit.
  ///
  /// - Parameters:
  ///   - scale: From values to places.
  ///   - extents: How long each text is along the axis.
  ///   - gap: What stays free between two texts.
  /// - Returns: All ticks, some of them without their texts.
  func spaced(_ scale: AxisScale, extents: [Double], gap: Double) -> Ticks {
    let places = major.map { scale($0.value) }
    var step = 1
    while step < major.count {
      let shown = Array(stride(from: offset(step), to: major.count, by: step))
        .filter { !major[$0].text.isEmpty }
      let isFree = zip(shown, shown.dropFirst()).allSatisfy { a, b in
        (places[b] - places[a]).magnitude >= (extents[a] + extents[b]) / 2 + gap
      }
      if isFree { break }
      step += 1
    }
    var ticks = self
    let kept = Set(stride(from: offset(step), to: major.count, by: step))
    for index in major.indices where step > 1 && !kept.contains(index) {
      ticks.major[index].text = ""
    }
    return ticks
  }

  /// Where counting starts, so that zero keeps its text.
  private func offset(_ step: Int) -> Int {
    guard let zero = major.firstIndex(where: { $0.value == 0 }) else { return 0 }
    return zero % step
  }

  /// One tick, the largest of which the text fits; two where zero is not at an end.
  func largest(_ scale: AxisScale, extents: [Double], margin: Double) -> Ticks {
    let (low, high) = (Swift.min(scale.start, scale.end), Swift.max(scale.start, scale.end))
    let fitting = major.indices.filter { index in
      let place = scale(major[index].value)
      return major[index].value != 0 && place - extents[index] / 2 >= low - margin
        && place + extents[index] / 2 <= high + margin
    }
    guard let last = fitting.last else { return self }
    guard let first = fitting.first, first != last, scale.low != 0 else {
      return Ticks(major: [major[last]], minor: [])
    }
    return Ticks(major: [major[first], major[last]], minor: [])
  }
}
