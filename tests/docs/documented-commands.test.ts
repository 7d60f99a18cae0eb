// What the documents tell people to type is there: every `npm run` of README, docs and pipeline names a command of package.json
// and options that it takes, with a value where one is needed. The commands' own sources say which they take.
import { globSync, readFileSync } from 'node:fs'
import {
  createSourceFile,
  forEachChild,
  isCallExpression,
  isObjectLiteralExpression,
  isSpreadAssignment,
  type Node,
  type ObjectLiteralExpression,
  ScriptTarget,
} from 'typescript'
import { expect, it } from 'vitest'
import { questions } from '../../tools/region-new/questions.ts'

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const documents = ['README.md', 'CONTRIBUTING.md', ...globSync(['docs/**/*.md', 'docs/**/*.yml'])].sort()

/** By option whether it takes a value; undefined for a command that hands its arguments on, or takes none by name. */
function optionsOf(script: string): Map<string, boolean> | undefined {
  const file = /tools\/[\w-]+\.ts/.exec(script)?.[0]
  if (!file) return undefined
  const source = createSourceFile(file, readFileSync(file, 'utf8'), ScriptTarget.Latest, true)
  const found = new Map<string, boolean>()
  const take = (object: ObjectLiteralExpression): void => {
    for (const property of object.properties) {
      const name = property.name?.getText().replaceAll("'", '')
      if (name) found.set(name, !/: flag$|type: 'boolean'/.test(property.getText()))
      else if (isSpreadAssignment(property) && isObjectLiteralExpression(property.expression)) take(property.expression)
      // What region:new asks.
      else for (const { option } of questions) found.set(option, true)
    }
  }
  const visit = (node: Node): void => {
    if (isCallExpression(node) && node.expression.getText() === 'options') {
      const [, taken] = node.arguments
      if (taken && isObjectLiteralExpression(taken)) take(taken)
    }
    forEachChild(node, visit)
  }
  visit(source)
  return found.size > 0 ? found : undefined
}

interface Typed {
  readonly where: string
  readonly command: string
  readonly words: readonly string[]
}

/** Every call, as it stands in a line of code or between backticks; brackets around what may be left out are read away. */
function typedIn(file: string): Typed[] {
  const text = readFileSync(file, 'utf8').replaceAll(/\\\n\s*/g, ' ')
  const calls = text.matchAll(/\bnpm (?:run (?:--silent )?([\w:]+)|(start|test))((?:[ \t]+--(?=[ \t])[^`\n#|;&)]*)?)/g)
  return [...calls].map(([whole, run, short, rest]) => ({
    where: `${file}: ${whole.trim()}`,
    command: (run ?? short)!,
    words: rest!.replaceAll(/[[\]]/g, ' ').trim().split(/\s+/).slice(1),
  }))
}

/** What is wrong with a call; undefined where nothing is. */
function mistakeIn({ command, words }: Typed): string | undefined {
  const script = scripts[command]
  if (!script) return 'there is no such command'
  const taken = optionsOf(script)
  if (!taken) return undefined
  for (const [index, word] of words.entries()) {
    const [, name, value] = /^--([\w-]+)(?:=(.*))?$/.exec(word) ?? []
    if (!name) continue
    const needsValue = taken.get(name)
    if (needsValue === undefined) return `it does not take --${name}`
    const next = value ?? words[index + 1]
    if (needsValue && index + 1 < words.length && next?.startsWith('--')) return `--${name} needs a value`
  }
  return undefined
}

const typed = documents.flatMap(typedIn)

it.each(documents.filter((file) => typed.some(({ where }) => where.startsWith(`${file}:`))))('%s', (file) => {
  const wrong = typed
    .filter(({ where }) => where.startsWith(`${file}:`))
    .flatMap((one) => {
      const mistake = mistakeIn(one)
      return mistake ? [`${one.where}: ${mistake}`] : []
    })
  expect(wrong).toEqual([])
})

it('reads calls as they are written', () => {
  expect(typed.length).toBeGreaterThan(50)
  const wrong = (words: string, command = 'smoke') => mistakeIn({ where: '', command, words: words.split(' ') })
  expect(wrong('', 'smokes')).toBe('there is no such command')
  expect(wrong('--url URL --bounce --patience 60')).toBeUndefined()
  expect(wrong('--url --key KEY')).toBe('--url needs a value')
  expect(wrong('--to URL')).toBe('it does not take --to')
  expect(wrong('--code 20 --from lists/ --time-zone Z', 'region:new')).toBeUndefined()
})
