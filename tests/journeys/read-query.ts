// Reads a query of the logs as far as the test of them needs: which fields it names, and which lines pass its filters. It is no
// whole Logs Insights; a filter it does not know is an error. Called by log-queries.test.ts.
import type { LogQuery } from '../../lib/log-queries.ts'

/** A line of a log by its fields, with what CloudWatch makes of it itself (`@message`). */
export type Line = Readonly<Record<string, unknown>>

const words = ['as', 'by', 'in', 'or', 'like', 'asc', 'desc']
const literals = /"[^"]*"|(?<=like )\/[^/]+\/|\{\{\w+\}\}/g

/** What other names stand for: `coalesce(error, errorType) as fault`. */
function aliasesOf({ commands }: LogQuery): Map<string, string[]> {
  const named = commands.flatMap((command) => [...command.matchAll(/\w+\(([^()]*)\) as (\w+)/g)])
  const aliases = new Map<string, string[]>()
  for (const [, of, alias] of named)
    aliases.set(
      alias!,
      namesIn(of!).flatMap((name) => aliases.get(name) ?? [name]),
    )
  return aliases
}

function namesIn(text: string): string[] {
  const [...names] = text.replace(literals, '').matchAll(/@?\b[a-zA-Z]\w*\b(?!\()/g)
  return names.map(([name]) => name).filter((name) => !words.includes(name))
}

/** The fields of lines that a query names, each once. */
export function fieldsOf(query: LogQuery): string[] {
  const aliases = aliasesOf(query)
  const named = query.commands.flatMap((command) => namesIn(command.slice(command.indexOf(' '))))
  return [...new Set(named.flatMap((name) => aliases.get(name) ?? [name]))]
}

/** The texts that a query compares messages with. */
export function messagesOf({ commands }: LogQuery): string[] {
  const compared = commands.filter((command) => /^filter message (?:=|in) /.test(command))
  return compared.flatMap((command) => [...command.matchAll(/"([^"]*)"/g)].map(([, text]) => text!))
}

/** @param values what is put for `{{name}}`. */
export function passes(query: LogQuery, line: Line, values: Readonly<Record<string, string>> = {}): boolean {
  const aliases = aliasesOf(query)
  const of = (name: string) => (aliases.get(name) ?? [name]).map((one) => line[one]).find((one) => one !== undefined)
  const holds = (term: string): boolean => {
    const [, present] = /^ispresent\((\w+)\)$/.exec(term) ?? []
    if (present) return of(present) !== undefined
    const [, name, how, what] = /^(@?\w+) (=|in|like) (.+)$/.exec(term) ?? []
    if (!name || !what) throw new Error(`The test does not know the filter ${term}.`)
    const value = String(of(name))
    if (how !== 'like') return [...what.matchAll(/"([^"]*)"/g)].some(([, one]) => one === value)
    const asked = /^\{\{(\w+)\}\}$/.exec(what)?.[1]
    return asked ? value.includes(values[asked]!) : new RegExp(what.slice(1, -1)).test(value)
  }
  return query.commands
    .filter((command) => command.startsWith('filter '))
    .every((command) => command.slice('filter '.length).split(' or ').some(holds))
}
