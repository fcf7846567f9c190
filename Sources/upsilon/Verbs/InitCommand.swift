import Console
import Runs
import Support

/// `upsilon init`: writes a spec to start from.
enum InitCommand: Command {
  static let path = Positional<String>("path", "The file to write, like my-experiment.json.")

  static let name = "init"
  static let summary = "Write a spec to start from."
  static let details = [
    "The spec runs as it is, on the generated sample. A file that exists is left alone."
  ]
  static let parameters: [any Parameter] = [path]
  static let examples = ["init my-experiment.json"]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let path = arguments[path]
    let file = try NewFile(at: path)
    try file.append(Array(starter(named: name(of: path)).utf8))
    guard try file.take() else {
      throw InputRejected("'\(path)' exists already", help: "choose another name")
    }
    terminal.out("\(path): '\(arguments.invocation.line("run", [path]))' runs it")
    return .done
  }

  /// The name of a file without its ending, where that can name a run.
  private static func name(of path: String) -> String {
    let file = Files.name(of: path)
    let stem = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
    let isFine = stem.utf8.allSatisfy { $0.isWordByte || $0 == UInt8(ascii: "-") }
    return isFine && stem.utf8.first?.isWordByte == true ? stem : "my-experiment"
  }

  private static func starter(named name: String) -> String {
    """
    {
      "upsilon": 1,
      "name": "\(name)",
      "question": "How far do the fitted parameters follow the assumed mass-to-light ratio?",
      "source": "",
      "dataset": "mock",
      "cuts": { "galaxies": ["inclination >= 30", "points >= 10"], "points": [] },
      "model": { "fit": ["linear", "rational-taper"] },
      "grid": { "upsilon_disk": { "from": 0.3, "through": 0.8, "step": 0.1 }, \
    "upsilon_bulge": [0.7] },
      "bounds": { "rational-taper": { "omega": [0, 200], "r_t": [0.1, "5 * r_max"] } },
      "analyses": [
        {
          "name": "spread", "summarize": "fits", "where": "status == 'interior'", "by": "model",
          "columns": ["omega", "chi2_reduced"], "statistics": ["count", "median", "p16", "p84"]
        },
        { "name": "best", "select": "fits", "minimum": "chi2", "by": ["galaxy", "model"] },
        { "name": "curves", "curves": "best", "grid": 100 }
      ],
      "outputs": { "report": true },
      "expect": []
    }

    """
  }
}
