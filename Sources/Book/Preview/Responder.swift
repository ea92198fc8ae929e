import FlyingFox
import Foundation

/// Answers requests from what the board shows.
struct Responder: Sendable {
  let board: Board

  /// The answer to a request.
  func answer(_ request: RequestHead) -> HTTPResponse {
    guard let host = request.host else {
      return refusal(.badRequest, "The request has no Host header.")
    }
    guard LocalHost.isNamed(by: host) else {
      return refusal(
        .forbidden, "This preview is for this computer only; open http://localhost:PORT.")
    }
    switch request.method {
    case .GET: return answer(request.target)
    case .HEAD: return withoutBody(answer(request.target))
    default:
      var response = refusal(.methodNotAllowed, "This preview can be read, not written to.")
      response.headers[HTTPHeader("Allow")] = "GET, HEAD"
      return response
    }
  }

  /// An answer in a line.
  func refusal(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    reply(status, "text/plain; charset=utf-8", Data((text + "\n").utf8))
  }

  private func answer(_ target: HTTPRequest.Target) -> HTTPResponse {
    let path = target.path()
    let state = board.state
    switch path {
    case "/course/progress": return reply(.ok, ContentType.json, state.progress)
    case "/course/events": return events(target, site: state.site)
    default: break
    }
    guard let site = state.site else {
      var response = reply(
        .serviceUnavailable, ContentType.html, PlainPage.unbuilt(state.diagnostics))
      response.headers[HTTPHeader("Retry-After")] = "1"
      return response
    }
    switch SitePath(path, in: site) {
    case .file(let name): return file(name, of: site, state.verdicts)
    case .redirect(let address):
      var response = refusal(.movedPermanently, "It is at \(address)")
      response.headers[.location] = address
      return response
    case .missing: return reply(.notFound, ContentType.html, PlainPage.missing(path, in: site))
    case .invalid: return refusal(.badRequest, "This is no address of the book.")
    }
  }

  private func file(_ name: String, of site: Site, _ verdicts: [VerdictLine]) -> HTTPResponse {
    let data = site.files[name] ?? Data()
    guard let tag = site.tag(ofPage: name) else { return reply(.ok, ContentType.of(name), data) }
    let page = VerdictSlots.fill(data, with: verdicts, now: Date())
    var response = reply(.ok, ContentType.of(name), page)
    // A script cannot see the headers of its own page, except this one.
    response.headers[HTTPHeader("Server-Timing")] = "page;desc=\(tag)"
    return response
  }

  private func events(_ target: HTTPRequest.Target, site: Site?) -> HTTPResponse {
    // The query is the path of the page that listens, as the page's own address has it.
    var page = "index.html"
    if let site, case .file(let name) = SitePath(target.query(), in: site) { page = name }
    let body = HTTPBodySequence(from: EventStream(board: board, page: page))
    return HTTPResponse(statusCode: .ok, headers: headers(ContentType.events), body: body)
  }

  // MARK: Parts of an answer

  private func reply(_ status: HTTPStatusCode, _ type: String, _ body: Data) -> HTTPResponse {
    HTTPResponse(
      statusCode: status, headers: headers(type),
      body: HTTPBodySequence(data: body, suggestedBufferSize: 65_536))
  }

  private func headers(_ type: String) -> HTTPHeaders {
    var headers = HTTPHeaders()
    headers[.contentType] = type
    headers[.cacheControl] = "no-store"
    headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
    return headers
  }

  /// The same head, without what follows it.
  private func withoutBody(_ response: HTTPResponse) -> HTTPResponse {
    var headers = response.headers
    if case .httpBody(let body) = response.payload, let count = body.count {
      headers[.contentLength] = String(count)
    }
    return HTTPResponse(statusCode: response.statusCode, headers: headers)
  }
}
