// Every code by which the API refuses, with its status and what to do. The API's document and its page are made of it.

export interface ProblemKind {
  readonly status: number
  readonly means: string
}

export const problems = {
  'malformed-json': { status: 400, means: 'The body is not JSON.' },
  'not-utf8': { status: 400, means: 'The body is not UTF-8.' },
  'idempotency-key': {
    status: 400,
    means: 'There is no Idempotency-Key, or it is none: 1 to 200 ASCII signs without blanks.',
  },
  refused: { status: 400, means: 'The gateway does not take the request as it is.' },
  'cursor-wrong': {
    status: 400,
    means: 'The cursor is none, or of another key, of other filters or older than a day: begin anew.',
  },
  'key-missing': { status: 401, means: 'There is no key in the request.' },
  'key-wrong': { status: 401, means: 'There is no such key, or it has expired.' },
  'scope-missing': { status: 403, means: 'The key may not do this.' },
  filtered: { status: 403, means: 'The firewall took the request for an attack.' },
  'case-unknown': { status: 404, means: 'There is no such case, or this key may not see it.' },
  'photo-unknown': { status: 404, means: 'The case has no such photo, or it is not shown.' },
  'no-such-route': { status: 404, means: 'There is nothing at this address.' },
  'method-not-allowed': { status: 405, means: 'The address knows other methods: `Allow` names them.' },
  'not-asked': { status: 409, means: 'Nothing is asked any more: it was answered, or an operator decided.' },
  'not-now': { status: 409, means: 'The case does not stand for this now.' },
  'not-yours': { status: 409, means: 'Only an operator can do this: a rejected case is not sent back by its citizen.' },
  superseded: { status: 409, means: 'It was about an earlier question or answer: read the case again.' },
  'too-late': { status: 409, means: 'The time for this is over.' },
  'already-rated': { status: 409, means: 'This answer has been rated.' },
  'no-more-reopenings': { status: 409, means: 'It was sent back as often as it may be.' },
  'too-many-notes': { status: 409, means: 'There are too many additions in this round.' },
  'no-photos': { status: 409, means: 'This region takes no photos.' },
  'too-many-photos': { status: 409, means: 'There are ten photos already.' },
  erased: { status: 409, means: 'The texts of this case were erased.' },
  'cursor-gone': {
    status: 410,
    means: 'What follows is not kept any more: compare your cases, begin with `after=latest`.',
  },
  'too-large': { status: 413, means: 'The body is larger than 256 KB, of a batch larger than 1 MB.' },
  'not-json': { status: 415, means: 'The body is not said to be JSON: send `Content-Type: application/json`.' },
  charset: { status: 415, means: 'The body is said to be in another encoding than UTF-8.' },
  compressed: { status: 415, means: 'Compressed bodies are not read.' },
  unsupported: { status: 415, means: 'The gateway does not take this format.' },
  invalid: { status: 422, means: 'Fields are wrong: `errors` names each.' },
  'idempotency-mismatch': { status: 422, means: 'This Idempotency-Key was used for another body.' },
  'rate-limited': { status: 429, means: 'The key has used up its minute.' },
  'quota-exceeded': { status: 429, means: 'The key has used up its day (UTC).' },
  'too-many-requests': {
    status: 429,
    means: 'The region gets more requests than it takes, or too many from this address.',
  },
  internal: { status: 500, means: 'A fault on our side.' },
  unavailable: {
    status: 503,
    means: 'No function of ours took the request, because there are too many at once or by a fault.',
  },
  busy: { status: 503, means: 'Too much at once on our side.' },
  'timed-out': { status: 504, means: 'It took too long: it may have been done.' },
} as const satisfies Readonly<Record<string, ProblemKind>>

export type ProblemCode = keyof typeof problems
