import Machine
import TestKit
import Testing

@Suite("Moments", .limited)
struct MomentTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
    (1_796_011_496_499, "2026-11-30T04:04:56.499Z"),
    (951_782_399_999, "2000-02-28T23:59:59.999Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    (-2_203_891_200_000, "1900-03-01T00:00:00.000Z"),
    (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
  ])
  func areReadAsTheyAreWritten(milliseconds: Int, text: String) {
    #expect(Moment(milliseconds: milliseconds).text == text)
    #expect(Moment(text) == Moment(milliseconds: milliseconds))
    #expect(Moment(milliseconds: milliseconds).textOfSecond == "\(text.prefix(19))Z")
  }

  @Test(arguments: [
    "", "yesterday", "2026-11-30", "2026-11-30T04:04:56Z", "2026-11-30T04:04:56.499",
    "2026-11-30T04:04:56.499+01:00", "2026-11-30 04:04:56.499Z", "2026-02-31T04:04:56.499Z",
    "2023-02-29T00:00:00.000Z", "2026-13-01T00:00:00.000Z", "2026-00-01T00:00:00.000Z",
    "2026-11-30T24:00:00.000Z", "2026-11-30T04:60:00.000Z", "2026-11-30T23:59:60.000Z",
    "2026-11-30T04:04:56.4994Z", "+026-11-30T04:04:56.499Z", "2026-11-30T04:04:5\u{663}.499Z",
  ])
  func areNothingElse(text: String) {
    #expect(Moment(text) == nil)
  }

  @Test func countFromTheSameBeginning() throws {
    let moment = try #require(Moment(seconds: 1.2346))
    #expect(moment.milliseconds == 1235)
    #expect(moment.seconds(until: Moment(milliseconds: 2234)) == 0.999)
    #expect(Moment(seconds: .nan) == nil)
    #expect(Moment(seconds: 1e13) == nil)
  }
}
