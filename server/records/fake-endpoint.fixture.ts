/** A record store behind a bad line: by its seeded dice it loses requests, loses answers, fails, and minds what it knows. */
export function fakeEndpoint(dice: () => number, poisoned: ReadonlySet<string> = new Set()) {
  const kept = new Map<string, unknown>()
  /** Ids in the order in which they were kept. */
  const arrivals: string[] = []
  let requests = 0

  async function fetchFake(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init)
    requests += 1
    const fate = dice()
    if (fate < 0.15) throw new TypeError('fetch failed', { cause: new Error('ECONNRESET') })
    if (fate < 0.3)
      return new Response('overloaded', {
        status: [500, 503, 429, 401][Math.floor(dice() * 4)] ?? 500,
        headers: { 'Retry-After': '1' },
      })
    const answer = request.method === 'GET' ? get(request) : await post(request)
    if (fate < 0.45) throw new TypeError('fetch failed', { cause: new Error('socket hang up') })
    return answer
  }

  function get(request: Request): Response {
    const statement = kept.get(new URL(request.url).searchParams.get('statementId') ?? '')
    return statement === undefined ? new Response('', { status: 404 }) : Response.json(statement)
  }

  async function post(request: Request): Promise<Response> {
    const statements = (await request.json()) as { id: string }[]
    if (statements.some(({ id }) => poisoned.has(id))) return new Response('actor: wrong', { status: 400 })
    // A strict store: it answers 409 to any id it knows, the same statement or not.
    if (statements.some(({ id }) => kept.has(id))) return new Response('known id', { status: 409 })
    for (const statement of statements) {
      kept.set(statement.id, statement)
      arrivals.push(statement.id)
    }
    return Response.json(statements.map(({ id }) => id))
  }

  return { fetch: fetchFake, kept, arrivals, requests: () => requests }
}
