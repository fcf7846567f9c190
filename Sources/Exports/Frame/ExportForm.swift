/// What a format writes.
package enum ExportForm {
  /// A file, piece by piece.
  case file(any FileFormat.Type)
  /// A folder of files.
  case folder(any FolderFormat.Type)
}
