import ArgumentParser
struct Verify: ParsableCommand { mutating func run() throws {} }
