import Runs
import Specs
import Support

/// The version of the program.
enum ProgramVersion {
  static let text = "0.1.0"

  /// What determines numbers, for other programs: engine and methods beside version and build.
  static var facts: JSONValue {
    [
      "program": "upsilon", "version": .string(text),
      "spec": .number(Double(ExperimentSpec.schemaVersion)),
      "engine": .number(Double(Engine.number)),
      "methods": .object(
        MethodChoice.everyFamily.map { family, versions in
          .init(family, .array(versions.map { .string($0) }))
        }),
      "build": .string(Build.running.digits),
    ]
  }
}
