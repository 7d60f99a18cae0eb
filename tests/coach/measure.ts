// Counts, over a labelled set of answers, what the coach finds of what was labelled. Read by the tests.
import { readFileSync } from 'node:fs'
import { coach } from '../../functions/coach/coach.ts'
import { type HintKind, hintKinds } from '../../functions/coach/hint.ts'
import type { Language } from '../../regions/schema.ts'

interface Labelled {
  readonly message: string
  readonly answers: readonly { readonly labels: readonly HintKind[]; readonly public?: true; readonly text: string }[]
}

export interface Judged {
  readonly text: string
  readonly labels: readonly HintKind[]
  readonly hinted: readonly HintKind[]
}

export function judge(part: 'seen' | 'held-out', language: Language): Judged[] {
  const path = new URL(`set/${part}.${language}.json`, import.meta.url)
  const set = JSON.parse(readFileSync(path, 'utf8')) as Labelled[]
  return set.flatMap(({ message, answers }) =>
    answers.map(({ text, labels, public: isPublic = false }) => {
      const hints = coach(text, { message, language, hintsIn: language, kind: 'final', regime: 'message', isPublic })
      return { text, labels, hinted: [...new Set(hints.map(({ kind }) => kind))] }
    }),
  )
}

/** How many answers a remark belongs to, how many got it, and to how many it was made. */
function figuresOf(judged: readonly Judged[], kind: HintKind): [labelled: number, found: number, made: number] {
  const count = (is: (one: Judged) => boolean) => judged.filter(is).length
  return [
    count(({ labels }) => labels.includes(kind)),
    count(({ labels, hinted }) => labels.includes(kind) && hinted.includes(kind)),
    count(({ hinted }) => hinted.includes(kind)),
  ]
}

const share = (part: number, whole: number) =>
  whole === 0 ? '–' : `${Math.round((100 * part) / whole)} % (${part}/${whole})`

/** Precision and recall by kind, as a table of Markdown. */
export function tableOf(parts: Readonly<Record<string, readonly Judged[]>>): string {
  const names = Object.keys(parts)
  const row = (name: string, kinds: readonly HintKind[]) => {
    const cells = Object.values(parts).flatMap((judged) => {
      const all = kinds.map((kind) => figuresOf(judged, kind))
      const [labelled, found, made] = [0, 1, 2].map((at) => all.reduce((sum, one) => sum + one[at]!, 0))
      return [share(found!, made!), share(found!, labelled!)]
    })
    return `| ${[name, ...cells].join(' | ')} |`
  }
  return [
    `| hint | ${names.flatMap((name) => [`${name}: precision`, 'recall']).join(' | ')} |`,
    `|---|${names.map(() => '---|---|').join('')}`,
    ...hintKinds.map((kind) => row(`\`${kind}\``, [kind])),
    row('all', hintKinds),
  ].join('\n')
}
