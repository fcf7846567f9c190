import Foundation

/// A server on this machine that a test talks to: python's, on a port that the system chooses.
///
/// It ends with the last reference to it, with the test program, and after some time in any case.
package final class DataServer {
  private let child: ChildProgram
  private let streams: TemporaryDirectory
  package let port: Int

  package var address: String { "http://127.0.0.1:\(port)" }

  /// The environment without a proxy, which would not know this machine.
  package static let environment = ProcessInfo.processInfo.environment.filter {
    !$0.key.lowercased().hasSuffix("_proxy")
  }

  /// Whether a server can be started on this machine, and be reached.
  package static let canStart: Bool = {
    let script = """
      import http.server, socket
      server = socket.create_server(('127.0.0.1', 0))
      socket.create_connection(server.getsockname(), 5)
      """
    return (try? ChildProgram.run(["python3", "-c", script]).status) == 0
  }()

  package static let advice =
    "there is no python3, or nothing on this machine can be reached at 127.0.0.1"

  /// Serves a folder.
  ///
  /// Beside its files under `/right`, it has addresses that fail: `/missing` answers 404, `/wrong`
  /// another content, `/short` less than announced, `/closed` nothing, `/slow` a byte and then
  /// nothing more, `/endless` more and more, `/claims` says that it has a petabyte, `/away` leads
  /// to `/right`, `/ftp` to another protocol.
  package init(serving folder: String, seconds: Int = 60) throws {
    streams = try TemporaryDirectory()
    child = try ChildProgram(
      ["python3", "-u", "-c", Self.script, folder, "\(seconds)"],
      output: "\(streams.path)/port")
    let deadline = ContinuousClock.now + .seconds(30)
    var line = ""
    while !line.hasSuffix("\n"), !child.hasEnded, ContinuousClock.now < deadline {
      Thread.sleep(forTimeInterval: 0.01)
      line = (try? streams.read("port")) ?? ""
    }
    port = Int(line.prefix { $0.isNumber }) ?? 0
  }

  private static let script = """
    import http.server, os, socketserver, sys, threading, time
    folder = sys.argv[1]
    threading.Timer(int(sys.argv[2]), lambda: os._exit(0)).start()
    parent = os.getppid()
    def watch():
      while os.getppid() == parent: time.sleep(0.2)
      os._exit(0)
    threading.Thread(target=watch, daemon=True).start()
    class Handler(http.server.BaseHTTPRequestHandler):
      def answer(self, body, size=None):
        self.send_response(200)
        self.send_header('Content-Length', str(len(body) if size is None else size))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()
      def do_GET(self):
        _, kind, name = self.path.split('/')
        body = open(folder + '/' + name, 'rb').read()
        if kind == 'right': self.answer(body)
        elif kind == 'wrong': self.answer(bytes([body[0] ^ 1]) + body[1:])
        elif kind == 'short': self.answer(body[:-5], len(body))
        elif kind == 'slow':
          self.answer(body[:1], len(body))
          time.sleep(20)
        elif kind == 'claims': self.answer(body, 10 ** 15)
        elif kind == 'endless':
          self.send_response(200)
          self.end_headers()
          while True: self.wfile.write(b'x' * 65536)
        elif kind in ('away', 'ftp'):
          self.send_response(302)
          self.send_header('Location', '/right/' + name if kind == 'away' else 'ftp://127.0.0.1/' + name)
          self.end_headers()
        elif kind == 'missing': self.send_error(404)
        self.close_connection = True
      def log_message(self, *words): pass
    class Server(socketserver.ThreadingTCPServer):  # HTTPServer would ask for the name of the machine
      daemon_threads = True
      def handle_error(self, *words): pass
    server = Server(('127.0.0.1', 0), Handler)
    print(server.server_address[1])
    server.serve_forever()
    """
}
