extension ChildProcess {
  /// The variables of an environment that a child gets: where programs, certificates and proxies
  /// are, and the language.
  ///
  /// Others would change what it does: `UNZIP=-l` makes unzip list what it is to unpack.
  static func variables(of environment: [String: String]) -> [String: String] {
    environment.filter { name, _ in
      names.contains(name) || name.hasPrefix("LC_")
        || proxies.contains(name.lowercased())
    }
  }

  /// The variables without those of proxies, which are written in capitals or not.
  ///
  /// Programs of a module system find their libraries by `LD_LIBRARY_PATH` and its like; one that
  /// would write the moment into a file writes that of the last.
  private static let names: Set<String> = [
    "PATH", "HOME", "LANG", "TMPDIR", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR",
    "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SOURCE_DATE_EPOCH",
  ]

  private static let proxies: Set<String> = ["http_proxy", "https_proxy", "all_proxy", "no_proxy"]
}
