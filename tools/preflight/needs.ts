// What a region's stack asks of an account, read from its template, so that no number stands twice. Called by npm run preflight.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uncheckedApp } from '../../lib/app.ts'
import { RegionStack } from '../../lib/region-stack.ts'
import type { Region } from '../../regions/schema.ts'
import { stackName } from '../../regions/stages.ts'

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties?: Record<string, unknown> }>>
}

export interface Needs {
  readonly stack: string
  /** The parameter by which CDK's bootstrap says its version, and the least one that will do. */
  readonly bootstrap: { readonly parameter: string; readonly version: number }
  /** How many resources of a type. */
  readonly count: (type: string) => number
  /** How many functions its queues run at once at most. */
  readonly concurrency: number
  /** The certificate of its own domain, where it is made elsewhere (ARN). */
  readonly certificate: string | undefined
  /** Whether it makes the domain of its own address. */
  readonly servesDomain: boolean
}

/** Synthesizes the stack with empty functions: what they do asks nothing of an account. */
export function needsOf(region: Region): Needs {
  const folder = mkdtempSync(join(tmpdir(), 'otklik-preflight-'))
  try {
    const code = join(folder, 'code')
    mkdirSync(code)
    writeFileSync(join(code, 'index.mjs'), '')
    const app = uncheckedApp(join(folder, 'out'))
    const stack = stackName(region)
    new RegionStack(app, stack, { region, code: () => code })
    const artifact = app.synth().getStackByName(stack)
    const bootstrap = {
      parameter: artifact.bootstrapStackVersionSsmParameter!,
      version: artifact.requiresBootstrapStackVersion!,
    }
    return { stack, bootstrap, ...neededBy(artifact.template as Template) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function neededBy({ Resources }: Template): Omit<Needs, 'stack' | 'bootstrap'> {
  const of = (type: string) => Object.values(Resources).filter(({ Type }) => Type === type)
  const most = of('AWS::Lambda::EventSourceMapping').map(({ Properties }) => {
    const { MaximumConcurrency = 0 } = (Properties?.['ScalingConfig'] ?? {}) as { MaximumConcurrency?: number }
    return MaximumConcurrency
  })
  const [domain] = of('AWS::ApiGateway::DomainName')
  const certificate = domain?.Properties?.['RegionalCertificateArn']
  return {
    count: (type) => of(type).length,
    concurrency: most.reduce((sum, one) => sum + one, 0),
    certificate: typeof certificate === 'string' ? certificate : undefined,
    servesDomain: domain !== undefined,
  }
}
