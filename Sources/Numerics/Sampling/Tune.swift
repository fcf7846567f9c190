nonisolated(unsafe) package var tune: [Double] = [1.0, 1.05, 0.0, 1.5, 60, 5, 192, 8, 1024, 12, 4]
