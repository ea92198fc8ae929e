import Grading

/// More of what goes wrong in exercise 2.9.
let moreInputGradientMistakes: [NamedImplementation<GapGradient>] = [
  .init("∂J/∂v̂ is divided by |V|, not by |C|") { gap, model in
    columns(of: model, Oracle(gap, model).meanGradient) { word in
      Double(gap.context.count { $0 == word }) / Double(model.output.count)
    }
  },
  .init("the centre's word gets no part where it stands in the context itself") { gap, model in
    columns(of: model, Oracle(gap, model).meanGradient) { word in
      word == gap.centre
        ? 0 : Double(gap.context.count { $0 == word }) / Double(gap.context.count)
    }
  },
  .init("only the right word pulls, with (ŷ_c − 1) u_c, and the sum over all others is left out") {
    gap, model in
    let oracle = Oracle(gap, model)
    return shared(
      gap, model, oracle.output[gap.centre].map { $0 * oracle.error[gap.centre] })
  },
  .init("U is read in `values` as if it lay there column after column") { gap, model in
    let error = Oracle(gap, model).error
    let values = model.output.joined().map { Double($0) }
    return shared(
      gap, model,
      model.input.indices.map { place in
        error.indices.reduce(0) { $0 + error[$1] * values[place * error.count + $1] }
      })
  },
  .init("a word's place in the context is taken for its id") { gap, model in
    columns(of: model, Oracle(gap, model).meanGradient) { word in
      Double(gap.context.indices.count { $0 % model.output.count == word })
        / Double(gap.context.count)
    }
  },
  .spread("a repeated word's part is multiplied by its count and added as often, the count squared")
  {
    word, context in
    let count = Double(context.count { $0 == word })
    return count * count / Double(context.count)
  },
  .init("a word's numbers are written into `values` as one run, as if it were a row") {
    gap, model in
    let meanGradient = Oracle(gap, model).meanGradient
    let (size, words) = (meanGradient.count, model.output.count)
    var values = Array(repeating: 0.0, count: size * words)
    for word in gap.context {
      for place in 0..<size {
        values[word * size + place] += meanGradient[place] / Double(gap.context.count)
      }
    }
    return single((0..<size).map { Array(values[$0 * words..<($0 + 1) * words]) })
  },
  .init("the context is made a set, and a repeated word counts once in everything", section: "mean")
  { gap, model in
    single(Oracle(Gap(centre: gap.centre, context: distinct(gap.context)), model).inputGradient)
  },
]
