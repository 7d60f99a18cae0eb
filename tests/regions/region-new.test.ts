// A region made from small lists: complete in its ids, routes and people; it starts on the local engine and passes the
// smoke. Made in a copy of the sources, because a region's place is in regions/.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { freePort } from '../../local/dynamo.ts'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, unanswered } from '../../tools/region-new/questions.ts'

const SOURCES = [
  'bin',
  'functions',
  'lib',
  'local',
  'regions',
  'simulation',
  'tools',
  'docs',
  'cdk.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const known = {
  '--code': '20',
  '--name': 'Примерная область',
  '--time-zone': 'Europe/Moscow',
  '--aws-region': 'eu-central-1',
  '--domain': 'otklik-20.example',
  '--reply-to': 'cur@otklik-20.example',
  '--phone': '+7 000 000-00-20',
  '--alarms': 'duty@otklik-20.example',
}
let clone: string
let lists: string
let running: ChildProcess | undefined

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'region-new-'))
  for (const part of SOURCES) cpSync(part, join(clone, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(clone, 'node_modules'))
  lists = join(clone, 'lists')
  cpSync('tests/regions/new', lists, { recursive: true })
})
afterAll(async () => {
  const ended = running?.exitCode === null && once(running, 'close')
  // So that it ends its table engine, too.
  running?.kill('SIGTERM')
  await ended
  rmSync(clone, { recursive: true, force: true })
})

function run(tool: string, ...args: string[]) {
  return spawnSync(process.execPath, [`tools/${tool}.ts`, ...args], { cwd: clone, encoding: 'utf8' })
}
const make = (from = lists) => run('region-new', ...Object.entries(known).flat(), '--from', from)
const csv = (list: string) => readFileSync(join(clone, 'regions/20-primernaya-oblast', `${list}.csv`), 'utf8')

test('without a terminal what is missing is a list, and nothing is made', () => {
  const { status, stderr } = run('region-new', '--code', '20', '--from', lists, '--name', 'Примерная область')
  expect(status).toBe(2)
  expect(stderr.split('\n\n')[0]).toBe(`What is missing:
  --time-zone  Its time zone, e.g. "Europe/Moscow"
  --aws-region  The AWS region it is deployed to, e.g. "eu-central-1"
  --domain  The domain its mails come from, e.g. "otklik.example.ru"
  --reply-to  The mailbox where answers to its mails go, e.g. "cur@example.ru"
  --phone  The telephone citizens may call, e.g. "+7 000 000-00-00"
  --alarms  Where alarms go, e-mail addresses, e.g. "duty@example.ru"`)
})

test('at a terminal what is missing is asked, and asked again where nothing is answered', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()]
  const replies = ['', 'Europe/Moscow', ' +7 000 000-00-20 ']
  let asked = ''
  output.on('data', (chunk: Buffer) => {
    asked += chunk.toString()
    input.write(`${replies.shift() ?? ''}\n`)
  })
  const missing = unanswered({
    code: '20',
    from: 'x',
    name: 'x',
    'aws-region': 'x',
    domain: 'x',
    'reply-to': 'x',
    alarms: 'x',
  })
  expect(await ask(missing, input, output)).toEqual({ 'time-zone': 'Europe/Moscow', phone: '+7 000 000-00-20' })
  const zone = 'Its time zone (e.g. Europe/Moscow): '
  expect(asked).toBe(`${zone}${zone}The telephone citizens may call (e.g. +7 000 000-00-00): `)
})

test('lists that are missing or wrong are named by file and line, and nothing is made', () => {
  const other = join(clone, 'other')
  cpSync(lists, other, { recursive: true })
  writeFileSync(
    join(other, 'people.csv'),
    csvOf(other, 'people').replace(';operator;', ';moderator;').replace('e.vracheva@primer.example', 'nobody'),
  )
  const wrong = make(other)
  expect([wrong.status, wrong.stderr]).toEqual([
    2,
    `Nothing is written yet. ${other}: 2 mistakes
  people.csv line 8, email: must be an e-mail address
  operators: is empty: add at least one
`,
  ])
  rmSync(join(other, 'settlements.csv'))
  expect(make(other).stderr).toBe(
    `What is missing in ${other}:\n  settlements.csv, with the columns name, municipalities\n`,
  )
  expect(existsSync(join(clone, 'regions/20-primernaya-oblast'))).toBe(false)
})

test('ids are made of names, names where ids belong are looked up, routes follow from topics', () => {
  const people = join(lists, 'people.csv')
  writeFileSync(people, windows1251(readFileSync(people, 'utf8')))
  const { status, stdout, stderr } = make()
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(
    /^people\.csv is not in UTF-8: it was read as windows-1251.*\nregions\/20-primernaya-oblast is made/,
  )
  expect(csv('municipalities')).toBe(`id;name;lat;lon;aliases;radius km
verkhnerechenskiy-rayon;Верхнереченский район;55,4;40,1;;30
gorod-nizhnerechensk;город Нижнереченск;55,9;40,8;Нижнереченск;12
`)
  expect(csv('settlements').split('\n')[3]).toBe('Малые Ключи;verkhnerechenskiy-rayon, gorod-nizhnerechensk;деревня')
  expect(csv('routes')).toBe(`topics;organisation;municipalities
utilities.*, housing.water;nizhnerechenskiy-vodokanal;gorod-nizhnerechensk
health.*;ministerstvo-zdravookhraneniya;
*;municipality;
`)
  expect(csv('people')).toContain('responder;ivan-verkhov;Иван Верхов;i.verkhov@primer.example')
  expect(csv('people')).toContain('responder;ivan-verkhov-2;Иван Верхов;i.verkhov@city.example')
  expect(run('region-check', '20').status).toBe(0)
  expect(make().stderr).toBe('There is a region 20 already: change its folder in regions/.\n')
})

test('it starts on the local engine and passes the smoke', async () => {
  const [port, mailbox] = [await freePort(), await freePort()].map(String) as [string, string]
  const start = begin('start', '--region', '20', '--port', port, '--mailbox-port', mailbox)
  running = start.child
  const key = await start.says(/API key to try\s+(\S+)/)
  const at = ['--url', `http://127.0.0.1:${port}`, '--mailbox', `http://127.0.0.1:${mailbox}`]
  const smoke = begin('smoke', '--region', '20', '--key', key, ...at)
  expect(await smoke.says(/passed, (\d+ failed.*)/)).toBe('0 failed')
})

/** A command that goes on while its words are waited for. */
function begin(tool: string, ...args: string[]) {
  const child = spawn(process.execPath, [`tools/${tool}.ts`, ...args], { cwd: clone })
  let said = ''
  const says = (awaited: RegExp) =>
    new Promise<string>((found, failed) => {
      const look = (chunk: Buffer) => {
        said += chunk.toString()
        const match = awaited.exec(said)
        if (match) found(match[1]!)
      }
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      child.on('close', () => failed(new Error(said)))
    })
  return { child, says }
}

const csvOf = (folder: string, list: string) => readFileSync(join(folder, `${list}.csv`), 'utf8')

/** As Excel in Russia saves it: Cyrillic letters from 0xC0 on, ё apart. */
function windows1251(text: string): Uint8Array {
  const code = (letter: string) => {
    if (letter === 'ё') return 0xb8
    const at = letter.codePointAt(0)!
    return at >= 0x410 && at <= 0x44f ? at - 0x410 + 0xc0 : at
  }
  return Uint8Array.from([...text].map(code))
}
