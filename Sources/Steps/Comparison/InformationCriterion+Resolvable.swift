package import Numerics
import Support

extension InformationCriterion: Resolvable {}
