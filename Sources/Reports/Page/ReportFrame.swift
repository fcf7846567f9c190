import Records

/// The frame of a page: head, contents, main part, dialog, data and script.
struct ReportFrame {
  let title: String
  let summary: String
  let origins: [ViewOrigin]
  let header: HTML
  let sections: [Section]
  /// The data of the script as JSON; `nil` for a page that needs none.
  let data: [UInt8]?

  var bytes: [UInt8] {
    let contents = sections.map { section -> HTML in
      "<li><a href=\"#\(section.id)\">\(section.title)</a></li>\n"
    }
    let origins = origins.map { origin -> HTML in
      "<meta name=\"upsilon\" content=\"\(origin.text)\">\n"
    }
    let top: HTML = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      \(origins)<meta name="viewport" content="width=device-width,initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <meta name="description" content="\(summary)">
      <style>
      \(HTML(trusting: Self.text(PackageResources.report_css)))</style>
      </head>
      <body>
      <a class="skip" href="#main">To the answer</a>
      <div class="wrap">
      <header class="top">\(header)</header>
      <nav class="toc" aria-label="Contents"><ol>
      \(contents)</ol></nav>
      <main id="main">
      \(sections.map(\.body))</main>
      </div>

      """
    var bytes = Array(top.text.utf8)
    if let data {
      bytes += Self.dialog.text.utf8
      bytes += "<script type=\"application/json\" id=\"data\">".utf8
      // No text in the data can end the element: '<' never stands in it.
      for byte in data {
        if byte == UInt8(ascii: "<") { bytes += "\\u003c".utf8 } else { bytes.append(byte) }
      }
      bytes += "</script>\n<script>\n".utf8
      bytes += PackageResources.report_js
      bytes += "</script>\n".utf8
    }
    bytes += "</body>\n</html>\n".utf8
    return bytes
  }

  private static let dialog: HTML = """
    <dialog id="curve" aria-labelledby="curve-h"><div class="bar"><h2 id="curve-h"></h2>\
    <button type="button" class="close">Close</button></div>\
    <div class="ctl"></div><div class="plot"></div><ul class="key"></ul>\
    <p class="small"></p></dialog>

    """

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
