/// A Swift file of a module.
package struct SourceFile: Sendable {
  /// The path from the root of the package: `Sources/Module/Folder/Type.swift`.
  package let path: String
  let module: String
  /// The folder of the module that the file is in, however deep; the module's name for its root.
  let room: String
  let outline: Outline

  package init(path: String, text: String) {
    self.path = path
    let parts = path.split(separator: "/").map(String.init)
    module = parts.count > 1 ? parts[1] : ""
    room = parts.count > 3 ? parts[2] : module
    outline = Outline(of: text)
  }
}
