import Records
import Runs

extension StoredRun {
  /// What a table that leaves the house says of where it comes from.
  var source: String {
    let dataset = manifest.dataset
    let citation = dataset.citation.isEmpty ? "" : ", \(dataset.citation)"
    return "Upsilon run '\(experiment)', identity \(manifest.identity), data "
      + "'\(dataset.name)'\(citation)"
  }
}
