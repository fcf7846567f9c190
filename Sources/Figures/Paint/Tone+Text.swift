extension Tone {
  /// The tone of words about what has this tone.
  package var ofText: Tone {
    switch self {
    case .k1: .t1
    case .k2: .t2
    case .k3: .t3
    case .k4: .t4
    case .k5: .t5
    case .k6: .t6
    case .ink3, .rule: .ink2
    case .ink, .ink2, .bg, .t1, .t2, .t3, .t4, .t5, .t6: self
    }
  }
}
