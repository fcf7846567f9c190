package import Galaxies
import Support

extension DiskEdge: Resolvable {}
