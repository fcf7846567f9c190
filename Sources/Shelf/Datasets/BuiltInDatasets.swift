import Galaxies
import Records
import Specs
import Support

/// The datasets that need no data folder: those that the program makes, and those whose files it
/// carries.
enum BuiltInDatasets {
  /// The dataset that a generated entry of the registry names.
  static func dataset(named name: String) -> Dataset? {
    guard name == "mock" else { return nil }
    return dataset(.mock(MockSettings()))
  }

  /// The dataset that a choice asks for; `nil` if it does not ask for a generated one.
  static func dataset(_ choice: DatasetChoice) -> Dataset? {
    guard case .mock(let settings) = choice else { return nil }
    return settings.dataset
  }

  /// The inputs of a dataset that is built in; `nil` for one that is not.
  static func inputs(of entry: DatasetEntry) -> [Dataset.Input]? {
    switch entry.content {
    case .files: return nil
    case .generated: return dataset(named: entry.name)?.inputs
    case .embedded(let files, _):
      return files.compactMap { file in
        content(of: file, in: entry.name).map {
          Dataset.Input(
            role: file.role, sha256: Fingerprint(of: $0).description, bytes: $0.count)
        }
      }
    }
  }

  /// The content of a file that the program carries, by its dataset and its name.
  static func content(of file: RegisteredFile, in dataset: String) -> [UInt8]? {
    switch "\(dataset)/\(file.name)" {
    case "m33/points.csv": PackageResources.m33_points_csv
    case "m33/catalogue.csv": PackageResources.m33_catalogue_csv
    default: nil
    }
  }
}
