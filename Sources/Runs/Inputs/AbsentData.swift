package import Galaxies
package import Records
package import Specs
package import Support

/// No data at all, for views that are to show nothing but the record of a run.
package struct AbsentData: DatasetSource {
  package init() {}

  package func dataset(
    _ choice: DatasetChoice, relativeTo specFolder: String, at place: Place?, _ report: InputReport
  ) throws(FileError) -> Dataset? {
    report.error("the data are left out", at: place)
    return nil
  }

  package func isAtHand(_ choice: DatasetChoice) -> Bool { false }

  package func check(
    _ inputs: [InputRecord], of choice: DatasetChoice, relativeTo folder: String
  ) throws(FileError) -> [InputCheck] {
    inputs.map { InputCheck(role: $0.role, file: "", state: .notChecked("it is left out")) }
  }
}
