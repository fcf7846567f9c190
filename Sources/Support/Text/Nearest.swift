extension Collection where Element == String {
  /// The element most like a mistyped word, if one is like it at all.
  ///
  /// Likeness is the number of inserted, dropped, replaced and swapped neighbouring letters; up to
  /// a third of the longer word (at least one) is taken for a slip. Case does not count. Words of
  /// more than a hundred bytes are like no other, and of a long list only the beginning is looked
  /// at.
  package func nearest(to word: String) -> String? {
    guard word.utf8.count <= longestWord else { return nil }
    let wanted = Array(word.lowercased())
    var best: (distance: Int, word: String)?
    for candidate in prefix(2_000) where candidate.utf8.count <= longestWord {
      let letters = Array(candidate.lowercased())
      let most = Swift.max(1, Swift.max(wanted.count, letters.count) / 3)
      guard abs(wanted.count - letters.count) <= most else { continue }
      let distance = editDistance(wanted, letters)
      guard distance <= most else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate) }
    }
    return best?.word
  }

  /// The sentence of advice for a word that is not in the list.
  package func advice(for word: String) -> String {
    if let near = nearest(to: word) { return "did you mean '\(near)'?" }
    if isEmpty { return "there is none to choose from" }
    let shown = prefix(12).joined(separator: ", ")
    return count > 12 ? "choose from \(shown), … (\(count) in all)" : "choose from \(shown)"
  }
}

/// How many bytes a word has at most that is compared.
private let longestWord = 100

/// How many single-letter edits and swaps of neighbours lead from one word to the other.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var twoAgo: [Int] = []
  var previous = Array(0...right.count)
  for i in left.indices {
    var current = [i + 1]
    for j in right.indices {
      var cost = previous[j] + (left[i] == right[j] ? 0 : 1)
      cost = Swift.min(cost, previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = Swift.min(cost, twoAgo[j - 1] + 1)
      }
      current.append(cost)
    }
    twoAgo = previous
    previous = current
  }
  return previous[right.count]
}
