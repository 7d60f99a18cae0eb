// npm run region:new: makes a region's folder from lists as an authority keeps them, asks for what no list says, and writes
// nothing that would not pass region:check. docs/new-region.md describes the lists.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format } from 'prettier'
import { listFiles, type ListName } from '../regions/lists.ts'
import { readRegion, regionCodes } from '../regions/load.ts'
import { misuse, options } from './options.ts'
import { refuse } from './refuse.ts'
import { reportOf } from './region-check.ts'
import { completeLists, type Given } from './region-new/complete.ts'
import { latinId } from '../regions/latin.ts'
import { type Answers, ask, questions, unanswered } from './region-new/questions.ts'
import beginning from './region-new/beginning.json' with { type: 'json' }

const usage = `npm run region:new -- --code 20 --from lists/ [--name-en NAME] [${questions
  .slice(2)
  .map(({ option, example }) => `--${option} "${example}"`)
  .join(' ')}]
  --from     a folder with municipalities.csv, settlements.csv, organisations.csv and people.csv, as docs/new-region.md says
  --name-en  its name in English: the region then speaks Russian and English, and its lists have a column "name en"`
const text = { type: 'string' } as const
const { values } = options(usage, {
  ...Object.fromEntries(questions.map(({ option }) => [option, text])),
  'name-en': text,
})
const known = values as Record<string, string | undefined>
const missing = unanswered(known)
if (missing.length > 0 && !process.stdin.isTTY) {
  const lines = missing.map(({ option, asks, example }) => `  --${option}  ${asks}, e.g. "${example}"`)
  misuse(usage, `What is missing:\n${lines.join('\n')}`)
}
const answers = { ...known, ...(await ask(missing, process.stdin, process.stdout)) } as Answers
if (regionCodes().includes(answers.code))
  refuse(`There is a region ${answers.code} already: change its folder in regions/.`)

const given = filesIn(answers.from)
const english = known['name-en']
const languages = english ? ['ru', 'en'] : ['ru']
const completed = completeLists(given, languages)
if ('mistakes' in completed) refuse(reportOf(answers.from, completed, 0).lines.join('\n'))
for (const remark of completed.remarks) console.log(remark)

const draft = mkdtempSync(join(tmpdir(), 'region-new-'))
for (const [list, csv] of Object.entries(completed.files)) writeFileSync(join(draft, `${list}.csv`), csv)
writeFileSync(
  join(draft, 'region.json'),
  await format(JSON.stringify(regionOf(answers)), { parser: 'json', printWidth: 120 }),
)
const checked = readRegion(draft)
if ('mistakes' in checked) {
  rmSync(draft, { recursive: true })
  refuse(`Nothing is written yet. ${reportOf(answers.from, checked, 0).lines.join('\n')}`)
}

const name = `${answers.code}-${latinId(answers.name)}`
const folder = fileURLToPath(new URL(`../regions/${name}/`, import.meta.url))
mkdirSync(folder)
cpSync(draft, folder, { recursive: true })
rmSync(draft, { recursive: true })
console.log(`regions/${name} is made and passes region:check. Start it: npm start -- --region ${answers.code}
Then go through its region.json: terms, reminders and quiet hours are those many regions begin with.`)

function filesIn(from: string): Given {
  const needed = (Object.keys(listFiles) as ListName[]).filter((list) => list !== 'routes')
  const absent = needed.filter((list) => !existsSync(join(from, `${list}.csv`)))
  if (absent.length > 0) {
    const lines = absent.map((list) => `  ${list}.csv, with the columns ${listFiles[list].needed.join(', ')}`)
    refuse(`What is missing in ${from}:\n${lines.join('\n')}`)
  }
  const all = (Object.keys(listFiles) as ListName[]).filter((list) => existsSync(join(from, `${list}.csv`)))
  return Object.fromEntries(all.map((list) => [list, readFileSync(join(from, `${list}.csv`))]))
}

function regionOf(from: Answers) {
  return {
    $schema: '../region.schema.json',
    code: from.code,
    name: { ru: from.name, ...(english && { en: english }) },
    languages,
    timeZone: from['time-zone'],
    aws: { region: from['aws-region'] },
    mail: {
      domain: from.domain,
      from: `noreply@${from.domain}`,
      replyTo: from['reply-to'],
      displayName: `Отклик, ${from.name}`,
    },
    phone: from.phone,
    alarmRecipients: from.alarms.split(/[,;\s]+/),
    ...beginning,
    policy: {
      ...beginning.policy,
      version: `${from.code}-1`,
      rules: beginning.policy.rules.map((rule) => ({
        ...rule,
        name: { ...rule.name, ...(english && { en: 'Important topics' }) },
      })),
    },
    integrators: [{ id: 'demo', name: 'Демонстрация', scopes: ['messages:write', 'cases:read'] }],
  }
}
