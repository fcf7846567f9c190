import Models
import Steps
import Support

extension MethodChoice {
  /// Every family of methods that a spec can choose from, with its versions, oldest first.
  package static let everyFamily: [(family: String, versions: [String])] = {
    let laws = ModelCatalogue.names.map { (family: $0, versions: ModelCatalogue.versions(of: $0)) }
    let samplers = (SamplerMethod.family, SamplerMethod.allCases.flatMap(\.versions))
    let disks = (ComponentChoice.family, ComponentChoice.versions)
    let steps = StepCatalogue.all.flatMap { $0.init().methods } + [OptimumMethods.galaxy]
    return
      (laws + [SearchMethod.methods, posterior, samplers, OffsetMethod.methods, disks] + steps)
      .sorted { $0.family < $1.family }
  }()
}
