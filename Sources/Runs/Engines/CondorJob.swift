/// The description of a job that HTCondor leaves in a file for it: lines such as `ProcId = 3`.
package enum CondorJob {
  /// The variable with the path of the file.
  package static let variable = "_CONDOR_JOB_AD"

  /// The attributes that say which of how many processes the job is.
  static let (process, processes) = ("ProcId", "TotalSubmitProcs")

  /// These attributes, as variables.
  package static func variables(_ text: String) -> [String: String] {
    var found: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ", omittingEmptySubsequences: true)
      guard words.count == 3, words[1] == "=" else { continue }
      if [process, processes].contains(String(words[0])) {
        found[String(words[0])] = "\(words[2])"
      }
    }
    return found
  }
}
