/// How far a download is.
package struct FetchProgress: Equatable, Sendable {
  package let dataset: String
  package let file: String
  package let url: String
  package let bytes: Int
  /// How many bytes it will be; the largest of the accepted variants until the file is here.
  package let total: Int
}
