/// What a path of the file system is.
package enum FileKind: String, Sendable {
  case file = "a file"
  case folder = "a folder"
  case link = "a link"
  case other = "a pipe, socket or device"
}
