import Galaxies
import Models
package import Numerics

extension Posterior {
  /// Where the speed and its parts lie at each point, over draws of equal weight.
  package var predictive: [PredictivePoint] {
    let curves = manyDraws.map { draw in
      let curve = FittedCurve(density.law, of: density.subject, at: draw)
      return (projection: curve.projection, points: curve.measured)
    }
    return density.subject.points.indices.map { index in
      func band(_ speed: (FittedPoint) -> Double) -> PredictiveBand {
        PredictiveBand(curves.map { $0.projection * speed($0.points[index]) })
      }
      return PredictivePoint(
        radius: density.subject.curve.curve.radius[index], model: band { $0.model },
        gas: band { $0.gas }, disk: band { $0.disk }, bulge: band { $0.bulge },
        baryons: band { $0.baryons }, extra: band { $0.extra })
    }
  }

  /// How well each point is foretold by the others, from draws of equal weight.
  package var leaveOneOut: LeaveOneOut {
    let byDraw = manyDraws.map { density.law.pointLogLikelihoods(of: density.subject, at: $0) }
    return LeaveOneOut(
      density.subject.points.indices.map { index in byDraw.map { $0[index] } })
  }
}
