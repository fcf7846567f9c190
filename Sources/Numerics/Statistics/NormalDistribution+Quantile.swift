extension NormalDistribution {
  /// The value below which a probability lies.
  ///
  ///     Φ(x) = p
  ///
  /// - Parameter p: The probability; zero and one give the infinities, anything outside NaN.
  /// - Returns: The value; its relative error is about 1e-16 (1e-15 in the tails).
  /// - SeeAlso: Wichura 1988, Applied Statistics 37, 477, algorithm AS 241, for the approximations.
  package static func quantile(_ p: Double) -> Double {
    let q = p - 0.5
    if q.magnitude <= 0.425 {
      let r = 0.180625 - q * q
      return q * ratio(r, centralTop, centralBottom)
    }
    guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
    let r = (-Elementary.log(q < 0 ? p : 1 - p)).squareRoot()
    let x = r <= 5 ? ratio(r - 1.6, tailTop, tailBottom) : ratio(r - 5, farTop, farBottom)
    return q < 0 ? -x : x
  }

  @inline(__always)
  private static func ratio(_ r: Double, _ top: [8 of Double], _ bottom: [8 of Double]) -> Double {
    var (above, below) = (top[7], bottom[7])
    for n in (0..<7).reversed() {
      above = above * r + top[n]
      below = below * r + bottom[n]
    }
    return above / below
  }

  private static let centralTop: [8 of Double] = [
    3.387_132_872_796_366_6, 133.141_667_891_784_38, 1971.590_950_306_551_4,
    13_731.693_765_509_461, 45_921.953_931_549_87, 67_265.770_927_008_7, 33_430.575_583_588_13,
    2509.080_928_730_122_7,
  ]
  private static let centralBottom: [8 of Double] = [
    1, 42.313_330_701_600_91, 687.187_007_492_057_9, 5394.196_021_424_751_1,
    21_213.794_301_586_597, 39_307.895_800_092_71, 28_729.085_735_721_943,
    5226.495_278_852_854_5,
  ]
  private static let tailTop: [8 of Double] = [
    1.423_437_110_749_683_6, 4.630_337_846_156_545_3, 5.769_497_221_460_691,
    3.647_848_324_763_204_5, 1.270_458_252_452_368_4, 0.241_780_725_177_450_6,
    0.022_723_844_989_269_184, 0.000_774_545_014_278_341_4,
  ]
  private static let tailBottom: [8 of Double] = [
    1, 2.053_191_626_637_759, 1.676_384_830_183_803_8, 0.689_767_334_985_1,
    0.148_103_976_427_480_08, 0.015_198_666_563_616_457, 0.000_547_593_808_499_534_4,
    1.050_750_071_644_416_9e-9,
  ]
  private static let farTop: [8 of Double] = [
    6.657_904_643_501_103, 5.463_784_911_164_114, 1.784_826_539_917_291_3,
    0.296_560_571_828_504_9, 0.026_532_189_526_576_124, 0.001_242_660_947_388_078_4,
    2.711_555_568_743_487_6e-5, 2.010_334_399_292_288e-7,
  ]
  private static let farBottom: [8 of Double] = [
    1, 0.599_832_206_555_888, 0.136_929_880_922_735_8, 0.014_875_361_290_850_615,
    0.000_786_869_131_145_613_3, 1.846_318_317_510_054_7e-5, 1.421_511_758_316_446e-7,
    2.044_263_103_389_939_8e-15,
  ]
}
