import Foundation
import Galaxies
import Runs
import Specs
import Support
import TestKit
import Testing

@Suite("Remembered component speeds", .limited)
struct ComponentCacheTests {
  private let directory: TemporaryDirectory
  private let store: RunStore

  /// A short profile, quick to compute.
  private static let profile = DiskProfile(
    SurfaceDensity(radius: [1, 2, 4], density: [100, 60, 10]), .accurate, .thin, .continued)
  private static let other = DiskProfile(
    SurfaceDensity(radius: [1, 2, 4], density: [100, 60, 11]), .accurate, .thin, .continued)
  /// What no computation gives, so that it can only come from a file.
  private static let marked = [1, -0.1, .leastNonzeroMagnitude]

  init() throws {
    directory = try TemporaryDirectory()
    store = RunStore("\(directory.path)/runs")
  }

  private var folder: String { "\(store.root)/.components" }
  private var file: String { "\(folder)/\(Self.profile.fingerprint)" }

  /// Puts speeds that no computation gives into the folder, in place of those of the profile.
  private func mark(as profile: DiskProfile = Self.profile) throws {
    try Files.makeFolder(folder)
    let key = profile.fingerprint.description
    try Files.replace(file, with: ComponentFile.bytes(of: Self.marked, key))
  }

  private func speeds() -> [Double] {
    ComponentCache(store).squaredSpeeds(of: Self.profile)
  }

  @Test func areThoseThatAreComputed() throws {
    let cache = ComponentCache(store)
    let computed = Self.profile.squaredSpeeds()
    #expect(cache.squaredSpeeds(of: Self.profile) == computed)
    #expect(!Files.exists(store.root), "nothing is written before it is asked for")
    cache.save()
    #expect(try Files.names(in: folder) == [Self.profile.fingerprint.description])
    let again = speeds()
    #expect(again.map(\.bitPattern) == computed.map(\.bitPattern))
  }

  @Test func comeFromTheFolderToTheLastBit() throws {
    try mark()
    #expect(speeds() == Self.marked)
    #expect(ComponentCache().squaredSpeeds(of: Self.profile) == Self.profile.squaredSpeeds())
  }

  @Test func areReadOnce() throws {
    try mark()
    let cache = ComponentCache(store)
    #expect(cache.squaredSpeeds(of: Self.profile) == Self.marked)
    try Files.remove(folder)
    #expect(cache.squaredSpeeds(of: Self.profile) == Self.marked)
    cache.save()
    #expect(!Files.exists(folder), "what was read is not written again")
  }

  @Test func areKeptApart() throws {
    try mark()
    let cache = ComponentCache(store)
    #expect(cache.squaredSpeeds(of: Self.other) == Self.other.squaredSpeeds())
    #expect(cache.squaredSpeeds(of: Self.profile) == Self.marked)
  }

  /// Ways in which the file of a profile may be wrong.
  static let damages: [(what: String, change: @Sendable ([UInt8]) -> [UInt8])] = [
    ("empty", { _ in [] }),
    ("cut short", { Array($0.dropLast(4)) }),
    ("a bit changed", { $0.dropLast(3) + [$0[$0.count - 3] ^ 1] + $0.suffix(2) }),
    ("no text", { _ in [0xff, 0, 10, 0xff] }),
    (
      "of another length",
      { _ in ComponentFile.bytes(of: [1, 2], ComponentCacheTests.profile.fingerprint.description) }
    ),
    (
      "not finite",
      { _ in
        ComponentFile.bytes(of: [1, .nan, 2], ComponentCacheTests.profile.fingerprint.description)
      }
    ),
  ]

  @Test(arguments: damages.map(\.what))
  func areComputedAnewWhereTheFileIsDamaged(_ what: String) throws {
    let damage = try #require(Self.damages.first { $0.what == what })
    try mark()
    try Files.replace(file, with: damage.change(try Files.read(file)))
    let cache = ComponentCache(store)
    #expect(cache.squaredSpeeds(of: Self.profile) == Self.profile.squaredSpeeds())
    cache.save()
    #expect(speeds() == Self.profile.squaredSpeeds())
    #expect(
      ComponentFile.speeds(
        try Files.read(file), Self.profile.fingerprint.description, count: 3) != nil,
      "the file is mended")
  }

  @Test func areComputedAnewWhereTheFileIsThatOfAnotherProfile() throws {
    try mark(as: Self.other)
    #expect(speeds() == Self.profile.squaredSpeeds())
  }

  @Test func doWithoutAFolderThatCannotBe() throws {
    try directory.write("in the way", to: "runs")
    let cache = ComponentCache(store)
    #expect(cache.squaredSpeeds(of: Self.profile) == Self.profile.squaredSpeeds())
    cache.save()
    #expect(try directory.read("runs") == "in the way")
  }

  @Test func leaveAFolderInPlaceOfAFileAlone() throws {
    try Files.makeFolder(file)
    let cache = ComponentCache(store)
    #expect(cache.squaredSpeeds(of: Self.profile) == Self.profile.squaredSpeeds())
    cache.save()
    #expect(try Files.names(in: folder) == [Self.profile.fingerprint.description])
    #expect(Files.isFolder(file))
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func doWithoutAFolderThatIsReadOnly() throws {
    try Files.makeFolder(folder)
    chmod(folder, 0o500)
    defer { chmod(folder, 0o700) }
    let cache = ComponentCache(store)
    #expect(cache.squaredSpeeds(of: Self.profile) == Self.profile.squaredSpeeds())
    cache.save()
    #expect(try Files.names(in: folder).isEmpty)
  }
}
