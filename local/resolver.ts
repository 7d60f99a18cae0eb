// Resolves CloudFormation's intrinsic functions against what the engine created. References to what exists only on AWS
// give plausible names, because nobody asks for them here. Called by whatever reads the template.
import type { Template } from './template.ts'

export const ACCOUNT = '000000000000'
export const REGION = 'local'

export interface Physical {
  readonly ref: string
  readonly attributes: Readonly<Record<string, string>>
}

const pseudo: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Region': REGION,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
}

export class Resolver {
  readonly #template: Template
  readonly #physical = new Map<string, Physical>()
  readonly #replace: (text: string) => string

  /** `replace` is applied to every resolved text: the engine puts its own addresses in there. */
  constructor(template: Template, replace: (text: string) => string) {
    this.#template = template
    this.#replace = replace
  }

  set(logicalId: string, ref: string, attributes: Readonly<Record<string, string>> = {}): void {
    this.#physical.set(logicalId, { ref, attributes })
  }

  ref(logicalId: string): string {
    if (logicalId === 'AWS::StackName') return this.#template.name
    return pseudo[logicalId] ?? this.#physical.get(logicalId)?.ref ?? logicalId
  }

  /** @throws Error naming an intrinsic function that the engine does not know. */
  resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.resolve(one)).filter((one) => one !== undefined)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value)
    const [name, argument] = entries[0] ?? []
    if (entries.length === 1 && name && (name === 'Ref' || name.startsWith('Fn::')))
      return this.#intrinsic(name, argument)
    return Object.fromEntries(
      entries.map(([key, one]) => [key, this.resolve(one)] as const).filter(([, one]) => one !== undefined),
    )
  }

  text(value: unknown): string {
    return String(this.resolve(value))
  }

  #intrinsic(name: string, argument: unknown): unknown {
    switch (name) {
      case 'Ref':
        return argument === 'AWS::NoValue' ? undefined : this.ref(String(argument))
      case 'Fn::GetAtt': {
        const [id = '', attribute = ''] = Array.isArray(argument) ? (argument as string[]) : String(argument).split('.')
        return this.#physical.get(id)?.attributes[attribute] ?? `arn:aws:local:${REGION}:${ACCOUNT}:${id}/${attribute}`
      }
      case 'Fn::Join': {
        const [separator, parts] = argument as [string, unknown[]]
        return this.#replace((this.resolve(parts) as unknown[]).map(String).join(separator))
      }
      case 'Fn::Sub': {
        const [text, values] = (Array.isArray(argument) ? argument : [argument, {}]) as [
          string,
          Record<string, unknown>,
        ]
        const replaced = text.replace(/\$\{([^!}]+)\}/g, (_, key: string) =>
          key in values
            ? this.text(values[key])
            : key.includes('.')
              ? this.text({ 'Fn::GetAtt': key.split('.') })
              : this.ref(key),
        )
        return this.#replace(replaced)
      }
      case 'Fn::Select': {
        const [index, list] = argument as [number | string, unknown]
        return (this.resolve(list) as unknown[])[Number(index)]
      }
      case 'Fn::Split': {
        const [separator, text] = argument as [string, unknown]
        return this.text(text).split(separator)
      }
      default:
        throw new Error(`The local engine does not know ${name}.`)
    }
  }
}
