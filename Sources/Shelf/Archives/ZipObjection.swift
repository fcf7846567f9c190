/// What keeps a zip archive from being read, as the end of a sentence.
struct ZipObjection: Error {
  let reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}
