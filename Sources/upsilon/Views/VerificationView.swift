import Console
import Plans
import Records
import Runs
import Support

/// What `verify` says of one run.
struct VerificationView {
  let verification: RunVerification
  let invocation: Invocation
  var recomputation: Recomputation?
  /// How many fits are proven, where that was asked for.
  var proofs: FitProofs?
  /// Why the run could not be computed anew, where that was asked for.
  var obstacle: [Diagnostic] = []

  private var isSame: Bool {
    recomputation.map(\.isSame) ?? true
  }

  var status: Console.ExitStatus {
    if !verification.isSound || !isSame { return .unmet }
    return obstacle.isEmpty ? .done : .rejected
  }

  /// What was checked, what was not, and every fault.
  var lines: [String] {
    let tables = verification.tableCount.counted("table", "tables")
    let columns = verification.columnCount.counted("column", "columns")
    var lines = [verification.folder.path]
    lines.append(
      FactLine.text(
        "files",
        verification.fileCount.counted("file", "files") + ", "
          + "\(verification.byteCount.grouped) bytes"))
    if let identity = verification.identity {
      lines.append(FactLine.text("identity", identity.description))
      lines.append(FactLine.text("tables", "\(tables), \(columns)"))
    }
    for input in verification.inputs { lines.append(FactLine.text("data", text(input))) }
    lines += verification.omissions.map { FactLine.text("not checked", $0) }
    lines += views
    if let recomputation {
      lines.append(FactLine.text("recomputed", RecomputationText.sentence(recomputation, engines)))
      lines += RecomputationText.moves(recomputation).map { FactLine.text("", $0) }
      lines += RecomputationText.manifest(recomputation.manifest).map { FactLine.text("", $0) }
    }
    if let proofs {
      lines.append(
        FactLine.text(
          "proven", "\(proofs.proven.grouped) of \(proofs.fits.counted("fit", "fits"))"))
    }
    let faults = verification.allFaults
    lines += faults.map { FactLine.text("FAULT", "\($0.file) \($0.message)") }
    return lines + [FactLine.text("verdict", verdict(faults.count))]
  }

  /// What is to be known of views, which are no part of the record.
  private var views: [String] {
    let notes = verification.views
    let redrawn = invocation.line("report", [verification.folder.name])
    return notes.map { FactLine.text("view", "\($0.file) \($0.message)") }
      + (notes.isEmpty ? [] : [FactLine.text("", "'\(redrawn)' draws anew what the record holds")])
  }

  private func verdict(_ faults: Int) -> String {
    if faults > 0 { return faults.counted("fault", "faults") }
    if let recomputation, !isSame {
      return recomputation.verdict == .different
        ? "nothing is damaged, and other numbers come out"
        : "no file is damaged, and the manifest is not what comes out"
    }
    let unchecked = verification.omissions.count + verification.inputs.count(where: \.isOmitted)
    let rest = unchecked + (obstacle.isEmpty ? 0 : 1)
    let sound = isReworded ? "sound, in other words" : "sound"
    return rest == 0 ? sound : "\(sound), as far as it was checked"
  }

  /// Whether the same comes out, and some of it is told in other words now.
  private var isReworded: Bool {
    recomputation.map { !$0.manifest.wordings.isEmpty } ?? false
  }

  private func text(_ input: InputCheck) -> String {
    let subject = input.file.isEmpty ? input.role : "\(input.role) \(input.file)"
    return switch input.state {
    case .same: "\(subject): the same"
    case .different: "\(subject): not the same"
    case .notChecked(let reason): "\(subject): not checked: \(invocation.text(reason))"
    }
  }

  /// The engines of the run and of this program, where they are not the same.
  private var engines: (run: Int, program: Int)? {
    let engine = verification.folder.run?.manifest.engine ?? Engine.number
    return engine == Engine.number ? nil : (engine, Engine.number)
  }

  var json: JSONValue {
    [
      "run": .string(verification.folder.name),
      "path": .string(verification.folder.path),
      "identity": verification.identity.map { .string($0.description) } ?? .null,
      "sound": .bool(verification.isSound && isSame),
      "files": .number(Double(verification.fileCount)),
      "tables": .number(Double(verification.tableCount)),
      "columns": .number(Double(verification.columnCount)),
      "faults": .array(
        verification.allFaults.map { ["file": .string($0.file), "message": .string($0.message)] }),
      "inputs": .array(verification.inputs.map { $0.json(invocation) }),
      "views": .array(
        verification.views.map { ["file": .string($0.file), "message": .string($0.message)] }),
      "not_checked": .array(verification.omissions.map { .string($0) }),
      "proven": proofs.map {
        ["fits": .number(Double($0.fits)), "proven": .number(Double($0.proven))]
      } ?? .null,
      "recomputed": recomputation.map(RecomputationText.json)
        ?? (obstacle.isEmpty
          ? .null : ["obstacles": .array(obstacle.map { .string($0.message) })])
        ,
    ]
  }
}

extension InputCheck {
  fileprivate var isOmitted: Bool {
    if case .notChecked = state { return true }
    return false
  }

  fileprivate func json(_ invocation: Invocation) -> JSONValue {
    let (state, reason): (String, String?) =
      switch self.state {
      case .same: ("same", nil)
      case .different(let reason): ("different", reason)
      case .notChecked(let reason): ("not_checked", invocation.text(reason))
      }
    return [
      "role": .string(role), "file": file.isEmpty ? .null : .string(file),
      "state": .string(state), "reason": reason.map { .string($0) } ?? .null,
    ]
  }
}
