import Coursework
import Foundation
import Testing

struct BuildTroubleTests {
  @Test(
    "what is nobody's code is recognised in a build's log",
    arguments: [
      ("error: accessing build database \"build.db\": database or disk is full", "disk is full"),
      ("error: opening 'OneHot.d' for output: No space left on device", "disk is full"),
      ("error: compile command failed due to signal 25 (use -v to see invocation)", "ulimit"),
      ("error: unable to open 'x.o': Read-only file system", "cannot be written"),
      ("LLVM ERROR: out of memory", "memory ran out"),
      ("error: compile command failed due to signal 9 (use -v …)", "ended the compiler"),
      ("/usr/bin/env: ‘swift’: No such file or directory", "no `swift` on the path"),
      ("sh: 1: exec: swift: not found", "no `swift` on the path"),
      ("fatal: unable to access 'x.git': Could not resolve host: example.org", "network"),
      ("<unknown>:0: error: missing required module 'SwiftShims'", "another place"),
    ])
  func recognised(line: String, words: String) throws {
    let trouble = try #require(BuildTrouble(log: "[1/2] Compiling\n\(line)\nmore"))
    #expect("\(trouble)".contains(words) && "\(trouble)".contains(line.suffix(20)))
  }

  @Test(
    "what the compiler says of code is the learner's own, whatever words are in it",
    arguments: [
      "",
      "/course/Sources/Chapter1/OneHot.swift:3:5: error: no space left on device",
      " 3 | print(\"No space left on device\")",
      "   |       `- error: Permission denied",
      "warning: no cache: Permission denied",
      "error: emit-module command failed with exit code 1 (use -v to see invocation)",
    ])
  func passedOver(log: String) {
    #expect(BuildTrouble(log: log) == nil)
  }

  @Test("a file that cannot be written says why in a line")
  func file() {
    let cause = NSError(domain: NSPOSIXErrorDomain, code: Int(ENOSPC))
    let error = CocoaError(.fileWriteOutOfSpace, userInfo: [NSUnderlyingErrorKey: cause])
    #expect("\(BuildTrouble(error))".contains("the disk is full"))
  }
}
