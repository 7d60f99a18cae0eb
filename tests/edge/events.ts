// Events as AWS hands them to the functions: what the tests of the edges start from.
import type { APIGatewayProxyEvent, Context, SQSEvent } from 'aws-lambda'
import { vi } from 'vitest'

export const at = '2026-03-02T07:00:00.000Z'

/** A GET as API Gateway gives it; a test overrides what it is about. */
export function httpEvent(changes: object = {}, requestContext: object = {}): APIGatewayProxyEvent {
  return {
    httpMethod: 'GET',
    path: '/t/secret',
    headers: {},
    multiValueHeaders: {},
    pathParameters: null,
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    stageVariables: null,
    resource: '/t/{token}',
    body: null,
    isBase64Encoded: false,
    ...changes,
    requestContext: {
      requestId: 'request-1',
      domainName: 'abc123.execute-api.eu-central-1.amazonaws.com',
      stage: 'v',
      path: '/v/t/secret',
      ...requestContext,
    },
  } as unknown as APIGatewayProxyEvent
}

/** A batch of the queue: the records m1, m2, … with these bodies. */
export function queueEvent(...bodies: unknown[]): SQSEvent {
  const Records = bodies.map((body, index) => ({
    messageId: `m${index + 1}`,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }))
  return { Records } as unknown as SQSEvent
}

/** Lambda's context; the time left (ms) is asked again and again, the last answer holds. */
export function lambdaContext(...leftMs: number[]): Context {
  const left = [...leftMs]
  return {
    getRemainingTimeInMillis: () => (left.length > 1 ? left.shift()! : (left[0] ?? 30_000)),
  } as unknown as Context
}

/** Catches the log instead of printing it. @returns its lines so far. */
export function catchLog(): () => Record<string, unknown>[] {
  const lines: string[] = []
  for (const channel of ['log', 'error'] as const) {
    vi.spyOn(console, channel).mockImplementation((line: string) => void lines.push(line))
  }
  return () => lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}
