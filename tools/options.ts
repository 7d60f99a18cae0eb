// The options of the commands, by the standard library's parser; a mistake prints the usage and ends the command.
import { parseArgs, type ParseArgsConfig } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>

/** Parses the command line; `usage` is printed for --help and for anything that cannot be understood. */
export function options<T extends Options>(usage: string, config: T) {
  if (process.argv.includes('--help')) {
    console.log(usage)
    process.exit(0)
  }
  try {
    return parseArgs({ options: config, allowPositionals: true })
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
}
