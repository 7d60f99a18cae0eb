// Calls CloudFormation and SSM of an emulator by plain requests: it takes any signature, so their SDK clients, which
// nothing else here needs, are not installed. Called by npm run emulate.
import { setTimeout as pause } from 'node:timers/promises'

const LOOK_AGAIN_MS = 500
const LOOKS = 360

export class Formation {
  readonly #endpoint: string
  readonly #awsRegion: string
  readonly #stack: string

  constructor(endpoint: string, awsRegion: string, stack: string) {
    this.#endpoint = endpoint
    this.#awsRegion = awsRegion
    this.#stack = stack
  }

  /** What `cdk bootstrap` leaves in an account: the version its templates ask for. */
  async bootstrap(): Promise<void> {
    const version = { Name: '/cdk-bootstrap/hnb659fds/version', Value: '30', Type: 'String', Overwrite: true }
    await this.#call(
      'ssm',
      { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': 'AmazonSSM.PutParameter' },
      JSON.stringify(version),
    )
  }

  /** Creates the stack from an uploaded template and waits. @returns its outputs. @throws Error naming what failed. */
  async create(templatePath: string): Promise<Record<string, string>> {
    await this.#ask('CreateStack', {
      TemplateURL: `${this.#endpoint}/${templatePath}`,
      'Capabilities.member.1': 'CAPABILITY_IAM',
    })
    let described = ''
    for (let look = 0; look < LOOKS; look += 1) {
      described = await this.#ask('DescribeStacks')
      if (!first(described, 'StackStatus').endsWith('_IN_PROGRESS')) break
      await pause(LOOK_AGAIN_MS)
    }
    const status = first(described, 'StackStatus')
    if (status !== 'CREATE_COMPLETE') throw new Error(`${this.#stack} is ${status}:\n${await this.#failures()}`)
    const outputs = all(first(described, 'Outputs'), 'member')
    return Object.fromEntries(outputs.map((one) => [first(one, 'OutputKey'), first(one, 'OutputValue')]))
  }

  async #failures(): Promise<string> {
    const events = all(await this.#ask('DescribeStackEvents'), 'member')
    return events
      .filter((event) => first(event, 'ResourceStatus').endsWith('_FAILED'))
      .map((event) =>
        ['LogicalResourceId', 'ResourceType', 'ResourceStatusReason'].map((tag) => first(event, tag)).join('  '),
      )
      .join('\n')
  }

  #ask(Action: string, form: Record<string, string> = {}): Promise<string> {
    return this.#call(
      'cloudformation',
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      new URLSearchParams({ Action, Version: '2010-05-15', StackName: this.#stack, ...form }).toString(),
    )
  }

  async #call(service: string, headers: Record<string, string>, body: string): Promise<string> {
    const date = new Date().toISOString().slice(0, 10).replaceAll('-', '')
    const scope = `test/${date}/${this.#awsRegion}/${service}/aws4_request`
    const Authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=00`
    const reply = await fetch(this.#endpoint, {
      method: 'POST',
      headers: { ...headers, Authorization },
      body,
      signal: AbortSignal.timeout(60_000),
    })
    const text = await reply.text()
    if (!reply.ok) throw new Error(`${service} answered ${reply.status}: ${text.slice(0, 500)}`)
    return text
  }
}

function all(xml: string, tag: string): string[] {
  return [...xml.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, content]) => content!)
}

function first(xml: string, tag: string): string {
  return all(xml, tag)[0] ?? ''
}
