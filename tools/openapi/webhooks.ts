// What is posted to the endpoints of integrators, and what they may answer: the part `webhooks` of the API's document.
import type { oas31, ZodOpenApiPathItemObject } from 'zod-openapi'

const header = (name: string, description: string, examples: string[]): oas31.ParameterObject => ({
  ...{ name, in: 'header', required: true, description },
  schema: { type: 'string', examples },
})

const headers = [
  header('webhook-id', 'Of the event, the same at every try: keep those that you have seen.', ['95-261123-7K4QF.2']),
  header('webhook-timestamp', 'Of this try, in seconds since 1970: refuse what is more than five minutes off.', [
    '1795417200',
  ]),
  header(
    'webhook-signature',
    '`v1,` and base64 of HMAC-SHA256 over `webhook-id`, `webhook-timestamp` and the body as it came, joined by full stops; the key is what follows `whsec_`, base64 decoded. While a secret is replaced there are two, separated by a space.',
    ['v1,3vXQzyZhK2Jm0w9n8m5c3b1a7f4d6e8g0h2i4j6k8l0='],
  ),
]

const responses = {
  '2XX': { description: 'It arrived. Answer within 15 seconds, then do your work; the body is not read.' },
  410: { description: 'The endpoint is gone: nothing is posted to it any more, and its owner is told.' },
  default: {
    description:
      'It is tried again, ten times in three days; redirects are not followed. `Retry-After` of a 429 or 503 makes a wait longer.',
  },
}

function posted(schema: string, summary: string, example: object): ZodOpenApiPathItemObject {
  const content = { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` }, example } }
  const requestBody = { required: true, content }
  return {
    post: { operationId: `post${schema}`, tags: ['Webhooks'], summary, parameters: headers, requestBody, responses },
  }
}

const data = {
  ...{ id: '95-261123-7K4QF.2', type: 'assigned', at: '2026-11-23T07:00:00.000Z', caseId: '95-261123-7K4QF' },
  ...{ seq: 2, status: 'assigned', externalId: null },
}

export const webhooks = {
  event: posted('WebhookEvent', 'Something happened to a case', { type: data.type, timestamp: data.at, data }),
  ping: posted('WebhookPing', 'Somebody tries the endpoint', { type: 'ping', timestamp: data.at, data: {} }),
}
