// Reads the stack's REST API from its template: routes, answers, limits. Called by engine.ts.
import { functionOf, type Parts } from './connections.ts'
import type { GatewayAnswer, RestApi } from './rest-api.ts'
import { resourcesOf } from './template.ts'
import type { Route } from './rest-routes.ts'

interface ThrottleSettings {
  readonly HttpMethod: string
  readonly ResourcePath: string
  readonly ThrottlingRateLimit?: number
  readonly ThrottlingBurstLimit?: number
}

/** The stack's REST API; undefined when it declares none. @throws Error when it declares two. */
export function restApi(parts: Parts): RestApi | undefined {
  const { template, resolver } = parts
  const apis = resourcesOf(template, 'AWS::ApiGateway::RestApi')
  if (apis.length > 1) throw new Error('The local engine runs one REST API a stack.')
  const [[id, properties] = []] = apis
  if (!id) return undefined
  const pathOf = (reference: unknown): string => {
    const resource = (reference as { Ref?: string }).Ref
    const declared = resource ? template.resources[resource]?.Properties : undefined
    return declared ? `${pathOf(declared['ParentId'])}/${String(declared['PathPart'])}` : ''
  }
  const routes = resourcesOf(template, 'AWS::ApiGateway::Method').flatMap(([name, method]): Route[] => {
    const { Type, Uri } = resolver.resolve(method['Integration']) as { Type: string; Uri?: string }
    if (Type === 'MOCK') return []
    if (Type !== 'AWS_PROXY') throw new Error(`The local engine cannot run the integration ${Type} of ${name}.`)
    const arn = /functions\/(.+)\/invocations/.exec(Uri ?? '')?.[1] ?? ''
    return [
      {
        method: String(method['HttpMethod']),
        resource: pathOf(method['ResourceId']) || '/',
        target: functionOf(parts, arn),
      },
    ]
  })
  const answers = resourcesOf(template, 'AWS::ApiGateway::GatewayResponse').map(([, one]): [string, GatewayAnswer] => {
    const headers = Object.entries((one['ResponseParameters'] ?? {}) as Record<string, string>).map(([name, value]) => [
      name.split('.').at(-1)!,
      value.replace(/^'|'$/g, ''),
    ])
    const templates = Object.entries((one['ResponseTemplates'] ?? {}) as Record<string, string>)
    const [type, body] = templates[0] ?? ['application/json', '{"message":$context.error.messageString}']
    return [
      String(one['ResponseType']),
      {
        status: Number(one['StatusCode'] ?? 0),
        headers: { 'Content-Type': type, ...(Object.fromEntries(headers) as Record<string, string>) },
        body,
      },
    ]
  })
  const [stage] = resourcesOf(template, 'AWS::ApiGateway::Stage')
  const settings = (stage?.[1]['MethodSettings'] ?? []) as ThrottleSettings[]
  const { ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: burst } =
    settings.find(({ HttpMethod, ResourcePath }) => HttpMethod === '*' && ResourcePath === '/*') ?? {}
  return {
    id,
    stage: String(stage?.[1]['StageName'] ?? 'prod'),
    routes,
    binaryTypes: (properties?.['BinaryMediaTypes'] ?? []) as string[],
    compressFrom: properties?.['MinimumCompressionSize'] as number | undefined,
    answers: new Map(answers),
    throttle: perSecond !== undefined && burst !== undefined ? { perSecond, burst } : undefined,
  }
}
