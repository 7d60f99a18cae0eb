// SSM's parameters, in a file of the data that only its owner reads. Called by aws-api.ts.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { ServiceError } from './queues.ts'

type Input = Readonly<Record<string, unknown>>

export class Parameters {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  /** @throws ServiceError as SSM says it */
  answer(operation: string, input: Input): unknown {
    const name = String(input['Name'])
    const all = this.#read()
    switch (operation) {
      case 'GetParameter':
        if (all[name] === undefined) throw new ServiceError('ParameterNotFound', 'There is no such parameter.')
        return { Parameter: { Name: name, Type: 'SecureString', Value: all[name] } }
      case 'PutParameter':
        if (all[name] !== undefined && !input['Overwrite'])
          throw new ServiceError('ParameterAlreadyExists', 'The parameter is there already.')
        this.#write({ ...all, [name]: String(input['Value']) })
        return { Version: 1, Tier: 'Standard' }
      case 'DeleteParameter': {
        const { [name]: gone, ...left } = all
        if (gone === undefined) throw new ServiceError('ParameterNotFound', 'There is no such parameter.')
        this.#write(left)
        return {}
      }
      default:
        throw new ServiceError('InvalidAction', `The local engine does not offer SSM ${operation}.`)
    }
  }

  #read(): Record<string, string> {
    return existsSync(this.#file) ? (JSON.parse(readFileSync(this.#file, 'utf8')) as Record<string, string>) : {}
  }

  #write(all: Record<string, string>) {
    writeFileSync(`${this.#file}.new`, JSON.stringify(all, undefined, 2), { mode: 0o600 })
    renameSync(`${this.#file}.new`, this.#file)
  }
}
