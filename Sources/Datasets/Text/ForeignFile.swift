/// A file that is no plain text table, known by its first bytes, and the way out.
enum ForeignFile {
  /// What a content is, and what to do about it.
  struct Kind: Equatable {
    let name: String
    let help: String
  }

  /// Looks at the first bytes.
  ///
  /// - Returns: `nil` for what may be a plain text table.
  static func kind(of bytes: [UInt8]) -> Kind? {
    if let (_, kind) = beginnings.first(where: { bytes.starts(with: $0.bytes) }) {
      return kind.name == "an archive" && isSpreadsheet(bytes) ? spreadsheet : kind
    }
    if bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) {
      return Kind(name: "a tar archive", help: "'tar -xf FILE' unpacks it")
    }
    let start = String(
      decoding: bytes.prefix(512).drop { [0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf].contains($0) },
      as: UTF8.self)
    return texts.first { start.lowercased().hasPrefix($0.text) }?.kind
  }

  private static func astropy(_ format: String) -> String {
    "astropy makes a table of it: Table.read('FILE'\(format)).write('points.ecsv')"
  }

  private static let spreadsheet = Kind(
    name: "a spreadsheet (xlsx)", help: "export the sheet as CSV")

  private static let beginnings: [(bytes: [UInt8], kind: Kind)] = [
    (
      Array("version https://git-lfs".utf8),
      Kind(
        name: "a pointer of Git LFS, not the file itself", help: "'git lfs pull' brings the file")
    ),
    (Array("SIMPLE  =".utf8), Kind(name: "a FITS file", help: astropy(""))),
    ([0x1f, 0x8b], Kind(name: "compressed by gzip", help: "'gunzip' unpacks it")),
    (Array("BZh".utf8), Kind(name: "compressed by bzip2", help: "'bunzip2' unpacks it")),
    ([0xfd, 0x37, 0x7a, 0x58, 0x5a], Kind(name: "compressed by xz", help: "'unxz' unpacks it")),
    (
      [0x28, 0xb5, 0x2f, 0xfd], Kind(name: "compressed by zstd", help: "'unzstd' unpacks it")
    ),
    (Array("PK\u{3}\u{4}".utf8), Kind(name: "an archive", help: "unpack it")),
    (Array("PAR1".utf8), Kind(name: "a Parquet file", help: astropy(""))),
    (
      [0x89, 0x48, 0x44, 0x46],
      Kind(name: "an HDF5 file", help: astropy(", format='hdf5', path='TABLE'"))
    ),
    (
      [0x93, 0x4e, 0x55, 0x4d], Kind(name: "a NumPy file", help: "numpy.savetxt writes it as text")
    ),
    (
      Array("SQLite format 3".utf8),
      Kind(name: "a SQLite database", help: "'sqlite3 -csv -header FILE' prints its tables")
    ),
    (Array("#ASDF".utf8), Kind(name: "an ASDF file", help: astropy(", format='asdf'"))),
    (Array("%PDF".utf8), Kind(name: "a PDF", help: "the table in it has to be typed off")),
    ([0xff, 0xfe], utf16), ([0xfe, 0xff], utf16),
    (
      [0xd0, 0xcf, 0x11, 0xe0], Kind(name: "a spreadsheet (xls)", help: "export the sheet as CSV")
    ),
  ]

  private static let utf16 = Kind(
    name: "text in UTF-16", help: "'iconv -f UTF-16 -t UTF-8 FILE' makes it UTF-8")

  private static let votable = Kind(name: "a VOTable", help: astropy(", format='votable'"))
  private static let html = Kind(
    name: "a page of HTML", help: "it may be the page of a download, not the file; save the file")

  private static let texts: [(text: String, kind: Kind)] = [
    ("<votable", votable), ("<?xml", votable), ("<!doctype html", html), ("<html", html),
    ("<!--", html),
    ("{", json), ("[{", json), ("[[", json), ("[\n", json), ("[\"", json),
  ]

  private static let json = Kind(
    name: "JSON", help: "pandas makes a table of it: pandas.read_json('FILE').to_csv('points.csv')")

  /// Whether an archive is a spreadsheet, by the names of its first members.
  private static func isSpreadsheet(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    return start.contains("[Content_Types].xml") || start.contains("xl/")
  }
}
