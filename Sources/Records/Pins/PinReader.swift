import Support

/// Reads the file of a pin; every line that is damaged is told.
struct PinReader {
  private let source: SourceText
  private let report: InputReport
  private var identity: (hash: Fingerprint, engine: Int)?
  private var plan: (units: Int, cells: Int, statuses: [StatusCount])?
  private var sample: SampleRecord?
  private var inputs: [InputRecord] = []
  private var settings: [JSONValue.Member] = []
  private var tables: [PinnedTable] = []
  /// The columns of the last table.
  private var columns: [PinnedColumn] = []
  /// The steps, which stand a line each.
  private var steps: [JSONValue] = []
  /// What stands in the lock by now: keys, tables, columns of the last table.
  private var (keys, names, labels): (Set<String>, Set<String>, Set<String>) = ([], [], [])

  init(_ source: SourceText, _ report: InputReport) {
    self.source = source
    self.report = report
  }

  /// The pin; `nil` if the report has a mistake.
  mutating func pin() -> Pin? {
    if let line = mergeMarker {
      report.error("a merge left its mark here", at: line)
      return nil
    }
    guard isOfThisVersion else { return nil }
    for line in PinLine.all(in: source) {
      do throws(PinWords.Damage) {
        var words = PinWords(line, report)
        if line.isIndented { try readColumn(&words, line) } else { try read(&words, line) }
        try words.finish()
      } catch {
        continue
      }
    }
    closeTable()
    if let index = settings.firstIndex(where: { $0.key == PinFormat.steps }), !steps.isEmpty {
      settings[index] = .init(PinFormat.steps, .array(steps))
    }
    for (keyword, isThere) in [
      (PinFormat.Keyword.identity, identity != nil), (.units, plan != nil),
      (.sample, sample != nil),
    ] where !isThere && !report.hasErrors {
      report.error("the line '\(keyword.rawValue)' is missing", at: firstLine)
    }
    guard let identity, let plan, let sample, !report.hasErrors else { return nil }
    return Pin(
      identity: identity.hash, engine: identity.engine, cells: plan.cells, units: plan.units,
      statuses: plan.statuses, sample: sample, inputs: inputs, settings: settings, tables: tables)
  }

  /// The identity that the first line of its kind has, if that line is sound.
  static func identity(in source: SourceText) -> Fingerprint? {
    PinLine.all(in: source).lazy.compactMap { line -> Fingerprint? in
      var words = PinWords(line, InputReport())
      guard words.take(PinFormat.Keyword.identity.rawValue) else { return nil }
      return try? words.fingerprint()
    }.first
  }

  /// The first line that a merge with conflicts left.
  private var mergeMarker: Place? {
    let marks = ["<<<<<<<", "=======", ">>>>>>>"]
    return (1...max(1, source.lineCount)).lazy.map(source.lineRange)
      .first { range in marks.contains { source.bytes[range].starts(with: $0.utf8) } }
      .map { Place(source, $0) }
  }

  private var firstLine: Place { Place(source, source.lineRange(1)) }

  private var isOfThisVersion: Bool {
    let first = source.line(1)
    guard first.hasPrefix(PinFormat.magic) else {
      report.error(
        source.bytes.isEmpty ? "the file is empty" : "this is no lock", at: firstLine)
      return false
    }
    let version = first.dropFirst(PinFormat.magic.count).prefix { $0 != " " }
    if version == "\(PinFormat.version)" { return true }
    report.error(
      "unknown version '\(version)' of the lock", at: firstLine,
      help: "this program reads version \(PinFormat.version)")
    return false
  }

  /// Reads a line that is not that of a column.
  private mutating func read(_ words: inout PinWords, _ line: PinLine) throws(PinWords.Damage) {
    let word = try words.word("a keyword")
    guard let keyword = PinFormat.Keyword(rawValue: word) else {
      report.error(
        "unknown line '\(word)'", at: line.place,
        help: PinFormat.Keyword.allCases.map(\.rawValue).advice(for: word))
      throw PinWords.Damage()
    }
    switch keyword {
    case .identity:
      try refuseSecond(line, identity != nil)
      let hash = try words.fingerprint()
      try words.literal("engine")
      identity = (hash, try words.count("the engine"))
    case .units:
      try refuseSecond(line, plan != nil)
      plan = try Self.plan(&words)
    case .sample:
      try refuseSecond(line, sample != nil)
      try words.literal("points")
      let points = try words.count("points")
      sample = SampleRecord(points: points, galaxies: try words.all("the name of a galaxy"))
    case .input:
      let role = try words.word("the role of a file")
      let sha256 = try words.digest(64)
      inputs.append(
        InputRecord(role: role, sha256: sha256, bytes: try words.count("bytes")))
    case .spec:
      let key = try words.word("a key of the spec")
      try refuseSecond(line, !keys.insert(key).inserted)
      settings.append(.init(key, try words.json()))
    case .step: try add(step: try words.json(), line)
    case .table: try readTable(&words, line)
    }
  }

  private func refuseSecond(_ line: PinLine, _ isThere: Bool) throws(PinWords.Damage) {
    guard isThere else { return }
    report.error("this stands in the lock a second time", at: line.place, help: "remove one")
    throw PinWords.Damage()
  }

  private static func plan(
    _ words: inout PinWords
  ) throws(PinWords.Damage) -> (units: Int, cells: Int, statuses: [StatusCount]) {
    let units = try words.count("units")
    try words.literal("cells")
    let cells = try words.count("cells")
    var statuses: [StatusCount] = []
    while words.hasMore {
      let status = try words.word("a status")
      statuses.append(StatusCount(status: status, count: try words.count("units")))
    }
    return (units, cells, statuses)
  }

  private mutating func add(step: JSONValue, _ line: PinLine) throws(PinWords.Damage) {
    if keys.insert(PinFormat.steps).inserted {
      settings.append(.init(PinFormat.steps, .array([])))
    } else if steps.isEmpty {
      let given = settings.first { $0.key == PinFormat.steps }?.value.array
      guard let given else {
        report.error("a step of what is no list", at: line.place)
        throw PinWords.Damage()
      }
      steps = given
    }
    steps.append(step)
  }

  private mutating func readTable(
    _ words: inout PinWords, _ line: PinLine
  ) throws(PinWords.Damage) {
    let name = try words.word("the name of a table")
    try refuseSecond(line, !names.insert(name).inserted)
    closeTable()
    try words.literal("rows")
    let rows = try words.count("rows")
    let whole = words.take("whole") ? try words.digest(PinnedColumn.digits) : nil
    let keys = words.take("keys") ? try words.all("the name of a key") : []
    tables.append(
      PinnedTable(
        name: name, rows: rows, keys: keys, content: whole.map { .whole($0) } ?? .columns([])))
  }

  private mutating func readColumn(
    _ words: inout PinWords, _ line: PinLine
  ) throws(PinWords.Damage) {
    guard let table = tables.last, case .columns = table.content else {
      report.error("a column of no table, or of one that is pinned as a whole", at: line.place)
      throw PinWords.Damage()
    }
    let column = try words.column()
    try refuseSecond(line, !labels.insert(column.name).inserted)
    guard column.missing <= table.rows else {
      report.error("more values are missing than the table has rows", at: line.place)
      throw PinWords.Damage()
    }
    columns.append(column)
  }

  /// Gives the last table its columns.
  private mutating func closeTable() {
    if let table = tables.last, case .columns = table.content {
      tables[tables.count - 1] = PinnedTable(
        name: table.name, rows: table.rows, keys: table.keys, content: .columns(columns))
    }
    (columns, labels) = ([], [])
  }
}
