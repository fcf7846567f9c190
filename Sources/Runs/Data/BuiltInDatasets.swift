import Experiments
import Galaxies

/// The datasets that the program makes itself, by the names of the registry.
enum BuiltInDatasets {
  /// The dataset that a generated entry of the registry names.
  static func dataset(named name: String) -> Dataset? {
    guard name == "mock" else { return nil }
    return dataset(.defaultMock)
  }

  /// The dataset that a choice asks for; `nil` if it does not ask for a generated one.
  static func dataset(_ choice: DatasetChoice) -> Dataset? {
    guard case .mock(let seed, let galaxies, let noise) = choice else { return nil }
    return MockSample(seed: seed, galaxies: galaxies, noise: noise).dataset
  }
}
