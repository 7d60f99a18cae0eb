// The options of the commands, by the standard library's parser. Whatever is wrong ends the command with one sentence that says
// what to do, the usage and exit code 2, before anything is begun. Called by every command first.
import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Kind } from './option-kinds.ts'
import { endPlainly } from './refuse.ts'

type Described = NonNullable<ParseArgsConfig['options']>[string] & { readonly is?: Kind }

/** @param most how many arguments without a name the command takes. */
export function options<T extends Record<string, Described>>(usage: string, config: T, most = 0) {
  endPlainly()
  if (process.argv.includes('--help')) {
    console.log(usage)
    process.exit(0)
  }
  const parsed = parse(usage, config)
  const surplus = parsed.positionals[most]
  if (surplus !== undefined) misuse(usage, `"${surplus}" is not understood: leave it out.`)
  for (const [name, value] of Object.entries(parsed.values)) {
    const mistake = typeof value === 'string' ? config[name]?.is?.(value) : undefined
    if (mistake) misuse(usage, `--${name} ${String(value)}: ${mistake}`)
  }
  return parsed
}

/** Ends a command that was called wrongly. */
export function misuse(usage: string, why: string): never {
  console.error(`${why}\n\n${usage}`)
  process.exit(2)
}

function parse<T extends Record<string, Described>>(usage: string, config: T) {
  try {
    return parseArgs({ options: config, allowPositionals: true })
  } catch (error) {
    return misuse(usage, `${(error as Error).message.split('. ')[0]!.replace(/\.$/, '')}.`)
  }
}
