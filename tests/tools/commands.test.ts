// Every command, called wrongly: one sentence that says what to do, exit code 2, no stack trace, and nothing begun.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { holdData } from '../../local/data-lock.ts'

const nobody = 'http://127.0.0.1:9'
const march = '--from 2026-03-01 --to 2026-03-31'
const wrong: Readonly<Record<string, readonly (readonly [args: string, says: string | RegExp])[]>> = {
  start: [
    ['--port abc', '--port abc: give a whole number from 1 to 65535.'],
    ['--region 17', /^--region 17: there is no such region; regions\/ has 46, 87, 95\.$/],
    ['--at yesterday', '--at yesterday: give an instant, e.g. 2026-03-02T07:00:00Z.'],
    ['--prot 4000', "Unknown option '--prot'."],
    ['--port PORT', 'Port PORT is taken: stop what uses it, or name another with --port.'],
  ],
  reset: [['now', '"now" is not understood: leave it out.']],
  bench: [
    ['--cases many', '--cases many: give a whole number from 1 to 10000.'],
    ['--flood none', '--flood none: give a whole number from 1 to 10000.'],
    ['--grow 1000', '--grow 1000: give a whole number from 1001 to 3000000.'],
    ['--comments 3', '--comments 3: give a whole number from 4 to 100000.'],
    ['--comments 4 --texts missing.csv', '--texts missing.csv: there is no such file.'],
  ],
  channel: [
    ['', '"": give one of add, check, remove.'],
    ['check', 'Name the region with --region.'],
    ['add --region 95', 'Name the channel by its id in the region’s file.'],
    ['add ok --region 95', '"ok": the file of region 95 has vk, max, telegram.'],
    [`add vk --region 95 --url ${nobody}`, 'Name the file of its token: --token-file.'],
    ['add max --region 95 --service-token-file README.md', 'max: VK alone has service tokens.'],
    ['check --region 95 --service-token-file README.md', '--service-token-file goes with add.'],
    [
      'add vk --region 95 --service-token',
      '--service-token goes with remove; to add one, name its file: --service-token-file.',
    ],
    ['check --region 87', /^Region 87 does not run here: start it with npm start -- --region 87/],
  ],
  qr: [
    ['', 'Name the region with --region.'],
    [
      '--region 95',
      'Say what the code is to fill in: --topic, --place, --municipality, --address or --lat with --lon.',
    ],
    ['--region 95 --place nowhere', '--place nowhere: the file of region 95 names groznyy-sadovaya.'],
    [
      '--region 95 --channel ok --place groznyy-sadovaya',
      '--channel ok: the file of region 95 names vk, max, telegram.',
    ],
    ['--region 95 --lat 43.3', 'Give --lat and --lon together.'],
    ['--region 95 --topic no.such', /^--topic no\.such: region 95 has no such topic; .* e\.g\. roads\.pothole\.$/],
    ['--region 95 --municipality moskva', /^--municipality moskva: give one of groznyy, .*\.$/],
    [
      '--region 95 --lat 55.75 --lon 37.62',
      /^--lat 55\.75 --lon 37\.62: give a point of region 95 in degrees, e\.g\. /,
    ],
    [
      '--region 95 --topic roads.pothole',
      'The file of region 95 names no web.publicUrl: give --url, where the form is.',
    ],
    [`--region 95 --topic roads.pothole --url ${nobody} --language xx`, '--language xx: give one of ru.'],
  ],
  replay: [
    ['', 'Name the file and a key: FILE.csv --key KEY.'],
    ['missing.csv --key k', 'missing.csv: there is no such file.'],
    ['README.md --key k --desk', '--desk goes with --labels REGION.'],
    ['README.md --key k --half c', '--half c: give one of a, b.'],
    [
      `README.md --key k --url ${nobody}`,
      /^No region answers at .* Give the address that npm start or the stack prints\.$/,
    ],
  ],
  simulate: [
    ['--cases 0', '--cases 0: give a whole number from 1 to 1000000000.'],
    ['--plant nothing', /^--plant nothing: give one of .*pause-forgotten/],
  ],
  rehearse: [
    ['', 'Name one: --region or --file.'],
    ['--region 95 --days 900', '--days is a whole number from 1 to 366.'],
  ],
  smoke: [['--url ftp://region --key k', '--url ftp://region: give an address that begins with http:// or https://.']],
  statistics: [
    ['', 'Name --url, --key, --from and --to.'],
    [
      `--url ${nobody} --key k ${march}`,
      /^No region answers at .* Give the address that npm start or the stack prints\.$/,
    ],
    [`--url ${nobody} --key k --from 2026-02-30 --to 2026-03-31`, '--from 2026-02-30: give a date, e.g. 2026-03-02.'],
  ],
  export: [
    ['', "Name the region's address and a key: --url and --key."],
    [`--url ${nobody} --key k --format xml`, '--format xml: give one of ndjson, csv, incidents.'],
    [`--url ${nobody} --key k --like README.md`, '--like goes with --format incidents.'],
    [`--url ${nobody} --key k --zone Moscow`, '--zone Moscow: give a time zone, e.g. Europe/Moscow.'],
    [`--url ${nobody} --key k`, /^No region answers at .* Give the address that npm start or the stack prints\.$/],
  ],
  'open311-check': [
    ['', 'Name the endpoint and a key: --url and --key.'],
    [
      `--url ${nobody}/open311/v2 --key k`,
      /^No region answers at .* Give the address that npm start or the stack prints\.$/,
    ],
  ],
  fuzz: [
    ['', 'Say where the region is, and a key of it.'],
    [`--url ${nobody} --key k --requests none`, '--requests none: give a whole number from 1 to 1000000000.'],
    [`--url ${nobody} --key k`, /^No region answers at .* Give the address that npm start or the stack prints\.$/],
  ],
  train: [
    ['', 'Name the region and the file: --region 46 FILE.csv; or --region 46 --from-region.'],
    ['--region 95 README.md --from-region', 'README.md: with --from-region there is no file.'],
    ['--region 95 README.md --table T', '--table goes with --from-region.'],
    ['--region 87 --from-region', /^Region 87 does not run here: start it with npm start -- --region 87/],
    ['--region 95 --from-region --half a', '--half goes with a file.'],
    ['--region 95 missing.csv', 'missing.csv: there is no such file.'],
    [
      '--region 95 tests/learning/labelled.csv --map text=text,theme=topic',
      'Labelled messages have no field "theme"; they have text, topic, category, organisation, author, date.',
    ],
    [
      '--region 95 tests/learning/labelled.csv --map text=words,topic=topic',
      'The file has no column "words"; it has text, topic, who.',
    ],
  ],
  vectors: [
    ['', 'FILE.tar: name a file of navec'],
    ['missing.tar', 'missing.tar: there is no such file.'],
    ['README.md --dimensions 3', '--dimensions 3: must be even, two of them are one byte.'],
    ['README.md', 'The file holds no vocab.bin: give it a tar of navec.'],
  ],
  evaluate: [
    ['', 'Name a model and a file: MODEL FILE.csv.'],
    ['missing.model README.md', 'missing.model: there is no such file.'],
    [
      'README.md tests/learning/labelled.csv',
      'This is no model of the format otklik-model-2: train it anew with npm run train.',
    ],
  ],
  model: [
    ['', '"": give one of show, list, put, back, off.'],
    ['list v --region 46', '"v" is not understood: leave it out.'],
    ['show', 'Name the region with --region.'],
    ['put --region 46', 'Name the file of the model: put FILE.'],
    ['put README.md --region 46', 'This is no model of the format otklik-model-2: train it anew with npm run train.'],
  ],
  openapi: [['now', '"now" is not understood: leave it out.']],
  'client-build': [['now', '"now" is not understood: leave it out.']],
  variants: [['', 'Name the folder for the templates: --out.']],
  emulate: [['--assembly missing', 'There is no assembly in missing: run npm run synth first.']],
  preflight: [
    ['', 'Name the region with --region.'],
    ['--region 95 --stage staging', '--stage staging: give one of dev, test, prod.'],
  ],
  keys: [
    ['', 'Name the region and the table.'],
    ['--region 95 --table T --rotate a --revoke b', 'Ask for one thing: --integrator, --rotate, --limits or --revoke.'],
    ['--region 95 --table T --limits a --per-minute 0', '--per-minute 0: give a whole number from 1 to 100000.'],
    [
      '--region 95 --table T --rotate a --per-day 10',
      '--per-minute and --per-day go with --integrator, for a new key, or with --limits ID.',
    ],
    ['--region 95 --table T --rotate a --overlap 91', '--overlap 91: give a whole number from 0 to 90.'],
    ['--region 95 --integrator nobody --table T', 'The file of region 95 names no integrator "nobody".'],
  ],
  webhooks: [
    ['', 'Name the region with --region.'],
    ['--region 95 --ping a --log b', 'Ask for one thing at a time.'],
    ['--region 95 --add --integrator portal', 'To add an endpoint name --integrator, --url and --email.'],
    ['--region 95 --add --email nobody', '--email nobody: give an e-mail address.'],
    ['--region 95 --replay a', 'To replay name one: --event or --since.'],
    ['--region 95 --replay a --since yesterday', '--since yesterday: give an instant, e.g. 2026-03-02T07:00:00Z.'],
  ],
  calendar: [
    ['', 'Name the region with --region.'],
    ['--region 95 missing.json', 'missing.json: there is no such file.'],
  ],
  directory: [
    ['', '"": give one of diff, pull, push.'],
    ['diff', 'Name the region with --region.'],
    ['push --region 95', 'To push name --by and --reason: they stand in the history.'],
  ],
  reschedule: [
    ['', 'Name the region with --region.'],
    ['--region 95 --apply', 'Who applies it says so: add --by and --reason.'],
  ],
  erase: [
    ['', 'Name the region with --region.'],
    ['--region 95', 'Name one: --case or --person.'],
    ['--region 95 --case 95', '--case 95: give the number of a case.'],
    ['--region 95 --person Ivanov', '--person Ivanov: give an e-mail address or a telephone number.'],
    ['--region 95 --person a@example.org --apply', 'Who erases says so: add --by and --reason.'],
    [
      '--region 95 --person a@example.org --apply --by duty --reason because',
      '--reason because: give one of request, order, mistake.',
    ],
  ],
  'region-new': [['', 'What is missing:']],
  'region-schema': [['now', '"now" is not understood: leave it out.']],
  rebuild: [['', 'Name the region with --region.']],
  restore: [
    ['', 'Name the region with --region.'],
    ['--region 95', 'Say with --to to which instant the table was restored.'],
    ['--region 95 --to yesterday', '--to yesterday: give an instant, e.g. 2026-03-02T07:00:00Z.'],
    [
      '--region 95 --to 2026-03-02T07:00:00Z',
      'Name the restored table with --from and the log of what was mailed since with --sent.',
    ],
    ['--region 95 --to 2026-03-02T07:00:00Z --from R --sent missing', '--sent missing: there is no such file.'],
  ],
  mutate: [['--limit none', '--limit none: give a whole number from 1 to 1000000000.']],
}

const taken: Server = createServer()
beforeAll(async () => {
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise((resolve) => taken.close(resolve)))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function run(command: string, args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', `tools/${command}.ts`, ...args])
  const read = { out: '', err: '' }
  child.stdout.on('data', (data: Buffer) => (read.out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (read.err += data.toString()))
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...read })))
}

it.concurrent.each(
  Object.entries(wrong).flatMap(([command, calls]) => calls.map((call) => [command, ...call] as const)),
)('%s %s', async (command, args, says) => {
  const { port } = taken.address() as { port: number }
  const filled = (text: string) => text.replaceAll('PORT', String(port))
  const { code, out, err } = await run(command, filled(args).split(' ').filter(Boolean))
  const [first] = err.split('\n')
  if (says instanceof RegExp) expect(first).toMatch(says)
  else expect(first).toBe(filled(says))
  expect([code, out]).toEqual([2, ''])
  expect(err).not.toMatch(/^\s+at /m)
})

it('every command of package.json that takes arguments is among them', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const own = Object.values(scripts).flatMap((script) => /tools\/([\w-]+)\.ts/.exec(script)?.[1] ?? [])
  // `test` and `screens` hand their arguments to vitest; `region-check` takes files, and a wrong one is what it reports.
  expect(own.filter((name) => !(name in wrong)).sort()).toEqual(['region-check', 'screens', 'test'])
})

it('one process at a time works on a folder of data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-lock-'))
  const release = holdData(folder)
  expect(() => holdData(folder)).toThrow('are in use: stop the region that runs on them')
  release()
  holdData(folder)()
  rmSync(folder, { recursive: true })
})
