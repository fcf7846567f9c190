import Support

/// How an axis spreads its values.
package enum ScaleKind: String, CaseIterable, Resolvable {
  case linear, log, symlog
}
