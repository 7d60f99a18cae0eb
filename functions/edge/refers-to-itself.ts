// Lets a page of the console tell its own site, and no other, where its reader came from: with "no-referrer" browsers would send the
// forms of a page with "Origin: null" (Fetch, "append a request Origin header"), and nothing would tell ours from others'. Called by
// console and signin.
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda'

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>

export function refersToItself(handler: Handler): Handler {
  return async (event, context) => {
    const result = await handler(event, context)
    return { ...result, headers: { ...result.headers, 'Referrer-Policy': 'same-origin' } }
  }
}
