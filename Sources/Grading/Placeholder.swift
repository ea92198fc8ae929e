import Foundation
extension Verdict.Kind { public var symbol: String { "?" }; public var words: String { rawValue } }
public enum GradeClient { public static func grade(executable: URL, exercises: [String], onVerdict: (Verdict) -> Void) throws -> [Verdict] { [] } }
