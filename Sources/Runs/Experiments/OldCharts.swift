// What figures that are not yet drawn for both breadths call.
extension LineChart {
  /// Nothing: the names say themselves how much room they need.
  public var labelWidth: Double {
    get { 0 }
    set {}
  }
  /// The drawing for a page.
  public func svg(height: Double = 420) -> String { svg(.wide) }
}

extension BarChart {
  /// The drawing for a page.
  public func svg(height: Double = 380) -> String { svg(.wide) }
}
