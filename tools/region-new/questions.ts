// What must be known of a new region that no list says: asked one by one where somebody sits at a terminal. Called by
// region-new.ts.
import { createInterface } from 'node:readline/promises'

export interface Question {
  readonly option: string
  readonly asks: string
  readonly example: string
}

export const questions = [
  { option: 'code', asks: 'The region’s code', example: '20' },
  { option: 'from', asks: 'The folder with its lists', example: 'lists/' },
  { option: 'name', asks: 'Its name', example: 'Примерная область' },
  { option: 'time-zone', asks: 'Its time zone', example: 'Europe/Moscow' },
  { option: 'aws-region', asks: 'The AWS region it is deployed to', example: 'eu-central-1' },
  { option: 'domain', asks: 'The domain its mails come from', example: 'otklik.example.ru' },
  { option: 'reply-to', asks: 'The mailbox where answers to its mails go', example: 'cur@example.ru' },
  { option: 'phone', asks: 'The telephone citizens may call', example: '+7 000 000-00-00' },
  { option: 'alarms', asks: 'Where alarms go, e-mail addresses', example: 'duty@example.ru' },
] as const satisfies readonly Question[]

export type Answers = Readonly<Record<(typeof questions)[number]['option'], string>>

export function unanswered(known: Readonly<Record<string, string | undefined>>): readonly Question[] {
  return questions.filter(({ option }) => !known[option])
}

/** Asks until each has an answer. */
export async function ask(
  missing: readonly Question[],
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<Record<string, string>> {
  const terminal = createInterface({ input, output })
  const answers: Record<string, string> = {}
  for (const { option, asks, example } of missing)
    while (!answers[option]) answers[option] = (await terminal.question(`${asks} (e.g. ${example}): `)).trim()
  terminal.close()
  return answers
}
