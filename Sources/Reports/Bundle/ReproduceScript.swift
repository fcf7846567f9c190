/// `reproduce.sh`: a script that computes the runs of a bundle anew and compares.
package struct ReproduceScript: Sendable {
  package static let fileName = "reproduce.sh"

  private let runs: [BundledRun]

  package init(_ runs: [BundledRun]) {
    self.runs = runs
  }

  package var bytes: [UInt8] {
    let calls = runs.flatMap { run in
      ["", Self.call("begin", run.folder)] + run.inputs.compactMap(Self.call) + ["compare"]
    }
    let text = (calls + ["", "exit \"$status\""]).joined(separator: "\n") + "\n"
    return PackageResources.reproduce_sh + Array(text.utf8)
  }

  /// What is needed of one input; `nil` for one that the program has.
  private static func call(_ input: BundledInput) -> String? {
    let tail = [input.name, input.sha256, String(input.bytes), input.source]
    switch input.origin {
    case .program: return nil
    case .own: return call("own", tail)
    case .registered(let dataset, _): return call("registered", [dataset] + tail)
    }
  }

  private static func call(_ function: String, _ words: String...) -> String {
    call(function, words)
  }

  private static func call(_ function: String, _ words: [String]) -> String {
    ([function] + words.map { "'\($0.replacing("'", with: #"'\''"#))'" }).joined(separator: " ")
  }
}
