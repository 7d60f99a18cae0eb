// What a new document of the API would break of programs that were written by an older one. Pure. Called by the test that compares
// docs/openapi.json with that of the last release.

type Part = Readonly<Record<string, unknown>>

/** In which direction a value goes: what programs send may be allowed more, what they read may say more. */
type Way = 'sent' | 'read'

/** @returns each break in a line: where, and what; nothing where every program goes on */
export function breakingChanges(before: Part, now: Part): string[] {
  const compare = comparison(before, now)
  return Object.entries(record(before['paths'])).flatMap(([path, methods]) =>
    Object.entries(record(methods)).flatMap(([method, operation]) => {
      const at = `${method.toUpperCase()} ${path}`
      const other = record(record(now['paths'])[path])[method]
      return other ? compare(at, record(operation), record(other)) : [`${at} is gone`]
    }),
  )
}

function comparison(before: Part, now: Part) {
  const old = resolver(before)
  const young = resolver(now)
  return (at: string, one: Part, other: Part): string[] => [
    ...parametersOf(at, one, other, old, young),
    ...bodyOf(at, one, other, old, young),
    ...scopesOf(at, one, other),
    ...Object.entries(record(one['responses'])).flatMap(([status, response]) => {
      const there = record(other['responses'])[status]
      if (!there) return Number(status) < 400 ? [`${at}: ${status} is gone`] : []
      return replyOf(`${at} ${status}`, old(record(response)), young(record(there)), old, young)
    }),
  ]
}

type Resolve = (part: Part) => Part

function parametersOf(at: string, one: Part, other: Part, old: Resolve, young: Resolve): string[] {
  const [were, are] = [list(one['parameters']).map(old), list(other['parameters']).map(young)]
  const same = (a: Part) => (b: Part) => a['name'] === b['name'] && a['in'] === b['in']
  const lost = were.filter((a) => !are.some(same(a)))
  return [
    ...lost.map(({ name }) => `${at}: the parameter ${String(name)} is gone`),
    ...are
      .filter((b) => b['required'] === true && were.find(same(b))?.['required'] !== true)
      .map(({ name }) => `${at}: the parameter ${String(name)} is required now`),
    ...were.flatMap((a) => {
      const b = are.find(same(a))
      return b
        ? valueOf(`${at} ${String(a['name'])}`, record(a['schema']), record(b['schema']), 'sent', old, young)
        : []
    }),
  ]
}

function bodyOf(at: string, one: Part, other: Part, old: Resolve, young: Resolve): string[] {
  const [was, is] = [record(one['requestBody']), record(other['requestBody'])]
  const kinds = Object.entries(record(was['content']))
  return [
    ...(is['required'] === true && was['required'] !== true ? [`${at}: a body is required now`] : []),
    ...kinds.flatMap(([media, content]) => {
      const there = record(is['content'])[media]
      if (!there) return [`${at}: no body in ${media} is taken any more`]
      return valueOf(
        `${at} body`,
        record(record(content)['schema']),
        record(record(there)['schema']),
        'sent',
        old,
        young,
      )
    }),
  ]
}

/** A key that opened an address opens it still. */
function scopesOf(at: string, one: Part, other: Part): string[] {
  const ways = (operation: Part) => list(operation['security']).map((way) => JSON.stringify(way))
  const open = ways(other)
  if (open.length === 0) return []
  const were = ways(one)
  return were.length === 0
    ? [`${at}: a key is asked for now`]
    : were.filter((way) => !open.includes(way)).map((way) => `${at}: ${way} opens it no more`)
}

function replyOf(at: string, one: Part, other: Part, old: Resolve, young: Resolve): string[] {
  const lost = Object.keys(record(one['headers'])).filter((name) => !record(other['headers'])[name])
  return [
    ...lost.map((name) => `${at}: the header ${name} is gone`),
    ...Object.entries(record(one['content'])).flatMap(([media, content]) => {
      const there = record(other['content'])[media]
      if (!there) return [`${at}: ${media} is gone`]
      return valueOf(at, record(record(content)['schema']), record(record(there)['schema']), 'read', old, young)
    }),
  ]
}

const RISING = ['minimum', 'minLength', 'minItems'] as const
const FALLING = ['maximum', 'maxLength', 'maxItems'] as const

/** What changed of a value that programs send or read. Parts that are within themselves are not looked into twice. */
function valueOf(
  at: string,
  was: Part,
  is: Part,
  way: Way,
  old: Resolve,
  young: Resolve,
  seen: readonly unknown[] = [],
): string[] {
  if (was['$ref'] && seen.includes(was['$ref'])) return []
  const within = was['$ref'] ? [...seen, was['$ref']] : seen
  const [one, other] = [old(was), young(is)]
  const inside = (name: string, a: unknown, b: unknown) =>
    valueOf(`${at}${name}`, record(a), record(b), way, old, young, within)
  const [mine, theirs] = [variants(one), variants(other)]
  const lostTypes = way === 'sent' ? without(mine.types, theirs.types) : without(theirs.types, mine.types)
  const [wereFields, areFields] = [record(one['properties']), record(other['properties'])]
  const [needed, needs] = [list(one['required']), list(other['required'])]
  return [
    ...lostTypes.map((type) => (way === 'sent' ? `${at}: ${type} is taken no more` : `${at}: may be ${type} now`)),
    ...without(list(one['enum']), list(other['enum'])).map((value) => `${at}: ${JSON.stringify(value)} is gone`),
    ...(way === 'sent' && !one['enum'] && other['enum'] ? [`${at}: only some values are taken now`] : []),
    ...('const' in one && one['const'] !== other['const'] ? [`${at}: is no more ${JSON.stringify(one['const'])}`] : []),
    ...(one['format'] === other['format'] ? [] : [`${at}: is written in another format`]),
    ...(way === 'sent' && other['pattern'] && one['pattern'] !== other['pattern']
      ? [`${at}: the pattern is another`]
      : []),
    ...(way === 'sent' ? limits(at, one, other) : []),
    ...Object.keys(wereFields)
      .filter((name) => !areFields[name])
      .map((name) => `${at}.${name} is gone`),
    ...(way === 'sent'
      ? without(needs, needed).map((name) => `${at}.${String(name)} is required now`)
      : without(needed, needs).map((name) => `${at}.${String(name)} may be missing now`)),
    ...Object.keys(wereFields)
      .filter((name) => areFields[name])
      .flatMap((name) => inside(`.${name}`, wereFields[name], areFields[name])),
    ...(one['items'] ? inside('[]', one['items'], other['items']) : []),
    ...mine.objects.flatMap((a, index) => {
      const b = theirs.objects[index]
      return b ? inside('', a, b) : [`${at}: one of the things it may be is gone`]
    }),
  ]
}

function limits(at: string, one: Part, other: Part): string[] {
  const narrower = (name: string, isNarrower: (was: number, is: number) => boolean, open: number) =>
    isNarrower(Number(one[name] ?? open), Number(other[name] ?? open))
      ? [`${at}: ${name} is ${String(other[name])} now`]
      : []
  return [
    ...RISING.flatMap((name) => narrower(name, (was, is) => is > was, -Infinity)),
    ...FALLING.flatMap((name) => narrower(name, (was, is) => is < was, Infinity)),
  ]
}

/** The types that a value may have by name, and the schemas of those that are described apart. */
function variants(schema: Part): { readonly types: readonly string[]; readonly objects: readonly Part[] } {
  const all = list(schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf'])
  const own = [schema['type'] ?? []].flat() as string[]
  const types = all.flatMap((one) => ([one['type'] ?? []].flat() as string[]).filter((type) => type === 'null'))
  return { types: [...own, ...types], objects: all.filter((one) => one['type'] !== 'null') }
}

function resolver(document: Part): Resolve {
  return (part) => {
    const ref = part['$ref']
    if (typeof ref !== 'string') return part
    return record(
      ref
        .slice(2)
        .split('/')
        .reduce<unknown>((within, name) => record(within)[name], document),
    )
  }
}

const without = <T>(some: readonly T[], others: readonly unknown[]) => some.filter((one) => !others.includes(one))
const list = (value: unknown) => (value ?? []) as Part[]
const record = (value: unknown) => (value ?? {}) as Part
