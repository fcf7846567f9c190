import Runs
import Support
import TestKit
import Testing

@Suite("What engines say of a part", .limited)
struct ShardRequestTests {
  /// Variables, as `NAME=word` with blanks between.
  private func environment(_ text: String) -> [String: String] {
    text.split(separator: " ").reduce(into: [:]) { variables, item in
      let words = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      variables[String(words[0])] = words.count > 1 ? String(words[1]) : ""
    }
  }

  /// The variables of a task of Slurm.
  private static func slurm(_ id: Int, _ first: Int, _ last: Int, by step: Int = 1, _ count: Int)
    -> String
  {
    "SLURM_ARRAY_JOB_ID=9 SLURM_ARRAY_TASK_ID=\(id) SLURM_ARRAY_TASK_MIN=\(first) "
      + "SLURM_ARRAY_TASK_MAX=\(last) SLURM_ARRAY_TASK_STEP=\(step) SLURM_ARRAY_TASK_COUNT=\(count)"
  }

  /// The variables of a task of Grid Engine.
  private static func gridEngine(_ id: Int, _ first: Int, _ last: Int, by step: Int = 1) -> String {
    "SGE_TASK_ID=\(id) SGE_TASK_FIRST=\(first) SGE_TASK_LAST=\(last) SGE_TASK_STEPSIZE=\(step)"
  }

  @Test(arguments: [
    ("2/7", "", "2/7"), ("2/7", slurm(3, 1, 64, 64), "2/7"),
    // Arrays from one, from zero, in steps.
    ("env", slurm(3, 1, 64, 64), "3/64"), ("env", slurm(3, 0, 63, 64), "4/64"),
    ("env", slurm(9, 1, 13, by: 4, 4), "3/4"), ("env", slurm(8, 0, 12, by: 4, 4), "3/4"),
    // The range may end behind its last number.
    ("env", slurm(9, 1, 15, by: 4, 4), "3/4"), ("env", slurm(1, 1, 1, 1), "1/1"),
    ("env", gridEngine(5, 1, 9), "5/9"), ("env", gridEngine(5, 1, 9, by: 2), "3/5"),
    ("env", "OMPI_COMM_WORLD_RANK=0 OMPI_COMM_WORLD_SIZE=8", "1/8"),
    ("env", "PMI_RANK=7 PMI_SIZE=8", "8/8"),
    ("env", "OMPI_COMM_WORLD_RANK=2 OMPI_COMM_WORLD_SIZE=8 PMI_RANK=2 PMI_SIZE=8", "3/8"),
    ("env", "_CONDOR_PROCNO=1 _CONDOR_NPROCS=4", "2/4"),
    ("env", "ProcId=0 TotalSubmitProcs=64", "1/64"),
    // Some of them again.
    ("env/64", slurm(17, 3, 17, 2), "17/64"), ("env/64", slurm(17, 17, 17, 1), "17/64"),
    ("env/64", slurm(3, 0, 63, 64), "4/64"), ("env/64", gridEngine(17, 17, 17), "17/64"),
    ("env/64", "PARALLEL_SEQ=64", "64/64"), ("env/64", "ProcId=3", "4/64"),
    ("env/64", "SLURM_ARRAY_TASK_ID=5", "5/64"),
    // Outside an array, and one process for each task of an array.
    ("env", "SGE_TASK_ID=undefined PMI_RANK=1 PMI_SIZE=2", "2/2"),
    ("env", slurm(3, 1, 64, 64) + " PMI_RANK=0 PMI_SIZE=1", "3/64"),
    ("env", "PMI_RANK=0 PMI_SIZE=1", "1/1"),
  ])
  func isThePart(word: String, variables: String, part: String) throws {
    let request = try #require(ShardRequest(word))
    #expect(request.description == word)
    #expect(try request.shard(in: environment(variables)).description == part)
  }

  @Test(arguments: [
    ("env", "", "no engine says which part this is"),
    ("env", "SGE_TASK_ID=undefined SLURM_ARRAY_TASK_ID=", "no engine says which part this is"),
    ("env", slurm(17, 3, 17, 2), "2 numbers from 3 to 17 are some of more parts"),
    ("env", slurm(1, 1, 64, 63), "63 numbers from 1 to 64 are some of more parts"),
    ("env", slurm(5, 5, 9, 5), "numbers from 5 on may be some of more parts"),
    ("env", gridEngine(17, 17, 17), "numbers from 17 on may be some of more parts"),
    ("env", slurm(70, 1, 64, 64), "its numbers contradict each other"),
    ("env", slurm(2, 1, 9, by: 4, 3), "its numbers contradict each other"),
    ("env", slurm(2, 1, 9, by: 0, 3), "its numbers contradict each other"),
    ("env", "SLURM_ARRAY_TASK_ID=3", "it does not say how many parts there are"),
    ("env", "SLURM_ARRAY_TASK_ID=x", "SLURM_ARRAY_TASK_ID is no number"),
    ("env", "SLURM_ARRAY_TASK_ID=-3", "SLURM_ARRAY_TASK_ID is no number"),
    ("env", "PARALLEL_SEQ=3", "it does not say how many parts there are"),
    ("env", "PMI_RANK=8 PMI_SIZE=8", "there is no part 9 of 8"),
    ("env/4", slurm(17, 17, 18, 2), "there is no part 17 of 4"),
    ("env/64", slurm(0, 0, 17, 2), "there is no part 0 of 64"),
    ("env/4", "PMI_RANK=1 PMI_SIZE=8", "8 processes are not 4 parts"),
    (
      "env/64", slurm(3, 1, 64, 64) + " PARALLEL_SEQ=2",
      "engines say different parts: Slurm 3/64 (SLURM_ARRAY_TASK_ID=3"
    ),
    (
      "env", "OMPI_COMM_WORLD_RANK=1 OMPI_COMM_WORLD_SIZE=4 " + gridEngine(2, 1, 8),
      "engines say different parts: Grid Engine 2/8 (SGE_TASK_ID=2"
    ),
  ])
  func isRefused(word: String, variables: String, reason: String) throws {
    let request = try #require(ShardRequest(word))
    let refusal = try #require(throws: InputRejected.self) {
      try request.shard(in: environment(variables))
    }
    #expect(refusal.diagnostics.count == 1)
    #expect(refusal.diagnostics.first?.message.contains(reason) == true)
    #expect(refusal.diagnostics.first?.help != nil)
  }

  @Test func isNotTakenFromAnArrayAndAnUnnumberedListAtOnce() throws {
    let refusal = try #require(throws: InputRejected.self) {
      try ShardRequest.environment(of: nil).shard(
        in: environment(Self.slurm(3, 1, 64, 64) + " PARALLEL_SEQ=3"))
    }
    #expect(refusal.diagnostics.first?.message.contains("GNU parallel says PARALLEL_SEQ=3") == true)
  }

  @Test(arguments: ["", "en", "env/", "env/0", "env/a", "env/-1", "ENV", "env/1/2", "0/3"])
  func isNothingElse(word: String) {
    #expect(ShardRequest(word) == nil)
  }

  @Test func isReadFromTheDescriptionOfAJob() throws {
    let text =
      "MyType = \"Job\"\nProcId = 3\nTotalSubmitProcs = 64\nProcIdOther = 9\nCmd = \"a b\"\n"
    let variables = CondorJob.variables(text)
    #expect(variables == ["ProcId": "3", "TotalSubmitProcs": "64"])
    #expect(try ShardRequest.environment(of: nil).shard(in: variables).description == "4/64")
  }

  /// Every variable that an engine is known by belongs to that engine alone.
  @Test func hasVariablesOfItsOwn() {
    let indices = ArrayEngine.all.map(\.index)
    #expect(Set(indices).count == indices.count)
  }
}
