import Console
import Galaxies
import Plans
import Runs
import Specs
import Support
import Tables

/// `upsilon plan`: shows what a run would do, and writes nothing.
enum PlanCommand: Command {
  static let spec = Positional<String>("spec", "The experiment file.")
  static let cells = Option<PositiveInteger>(
    "cells", "N", default: PositiveInteger(10), "Show at most N cells.")
  static let json = Flag("json", "Print JSON instead of text.")

  static let name = "plan"
  static let summary = "Show what a run would compute and why; writes nothing."
  static let parameters: [any Parameter] = [
    spec, Workspace.set, cells, Workspace.data, Workspace.runs, json,
  ]
  static let examples = [
    "plan experiments/quickstart.json", "plan experiments/quickstart.json --json",
  ]

  static func run(_ arguments: Arguments, _ terminal: Terminal) throws -> Console.ExitStatus {
    let workspace = try Workspace(arguments)
    let plan = try workspace.plan(arguments[spec], settings: arguments[Workspace.set])
    let run = try workspace.store.wholeRun(of: plan)
    if arguments[json] {
      terminal.json(value(plan, run))
      return .done
    }
    for warning in plan.warnings { terminal.err(arguments.invocation.text(warning)) }
    terminal.out(
      lines(plan, run, cells: arguments[cells].value, width: terminal.outputWidth)
        .joined(separator: "\n"))
    return .done
  }

  private static func lines(_ plan: Plan, _ run: StoredRun?, cells: Int, width: Int?) -> [String] {
    var lines = RunSummary.head(of: plan)
    lines.append(FactLine.text("identity", plan.identity.fingerprint.description))
    lines.append(
      FactLine.text("run", run.map { "there already: \($0.path)" } ?? "not there yet"))
    for input in plan.dataset.inputs {
      lines.append(FactLine.text("input", "\(input.role) \(input.sha256.prefix(12))"))
    }
    for method in plan.spec.methods {
      lines.append(FactLine.text("method", "\(method.family): \(method.version)"))
    }
    for key in ["thickness", "beyond"] {
      guard let value = plan.spec.resolved[key] else { continue }
      lines.append(FactLine.text(key, value.string ?? value.canonicalText))
    }
    for axis in plan.spec.grid {
      let values = axis.values.prefix(12).map { JSONValue.spelling(of: $0) }
      lines.append(
        FactLine.text(
          "axis",
          "\(axis.name): \(values.joined(separator: " "))\(axis.values.count > 12 ? " …" : "")"))
    }
    if plan.sample.cutFlow.rowCount > 0 {
      lines += ["", "  cut_flow"]
      lines += TableView(table: plan.sample.cutFlow).lines(
        width: width, maximumRows: nil, indent: 4)
    }
    if plan.sample.dropped.rowCount > 0 {
      lines += ["", "  dropped"]
      lines += TableView(table: plan.sample.dropped).lines(
        width: width, maximumRows: 10, indent: 4)
    }
    if plan.spec.cellCount > 1 {
      lines += ["", "  cells"]
      lines += cellLines(plan, cells, width)
    }
    lines += ["", FactLine.text("tables", plan.schemas.names.joined(separator: ", "))]
    return lines
  }

  private static func cellLines(_ plan: Plan, _ count: Int, _ width: Int?) -> [String] {
    let format = NumberFormat(digits: 6, keepsZeros: false)
    let axes = plan.spec.grid.enumerated().filter { $0.element.values.count > 1 }
    var text = TextTable(axes.map { .number($0.element.name) })
    for cell in 0..<min(count, plan.spec.cellCount) {
      let values = plan.cells[cell]
      text.append(axes.map { format.text(values[$0.offset]) })
    }
    let rest = plan.spec.cellCount - count
    return text.lines(width: width, maximumRows: nil, indent: 4)
      + (rest > 0 ? ["    … \(rest.grouped) more cells"] : [])
  }

  private static func value(_ plan: Plan, _ run: StoredRun?) -> JSONValue {
    [
      "name": .string(plan.spec.name),
      "run": .string(plan.runName),
      "identity": .string(plan.identity.fingerprint.description),
      "components": plan.identity.components,
      "there_already": .bool(run != nil),
      "cells": .number(Double(plan.spec.cellCount)),
      "galaxies": .array(plan.sample.galaxies.map { .string($0.name) }),
      "points": .number(Double(plan.sample.pointCount)),
      "units": .number(Double(plan.unitCount)),
      "cut_flow": TableJSON.rows(of: plan.sample.cutFlow),
      "dropped": TableJSON.rows(of: plan.sample.dropped),
      "spec": plan.spec.resolved,
    ]
  }
}
