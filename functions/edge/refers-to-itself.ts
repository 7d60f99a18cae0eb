// Lets a page of the console tell its own site, and no other, where its reader came from: with "no-referrer" browsers would send the
// forms of a page with "Origin: null" (Fetch, "append a request Origin header"), and nothing would tell ours from others'. Its pages may
// take scripts from it, which may send forms to it and to nobody else, and from elsewhere only pictures of the map service that the region names.
// Called by console, desk and signin.
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda'
import { deployedRegion } from './environment.ts'

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>

export function refersToItself(handler: Handler): Handler {
  return async (event, context) => {
    const result = await handler(event, context)
    const policy = String(result.headers?.['Content-Security-Policy'] ?? '')
    const { tiles } = deployedRegion().web
    return {
      ...result,
      headers: {
        ...result.headers,
        'Referrer-Policy': 'same-origin',
        'Content-Security-Policy': policy
          .replace(/^default-src 'none'/, "default-src 'none'; connect-src 'self'")
          .replace('script-src ', "script-src 'self' ")
          .replace('img-src ', tiles ? `img-src ${new URL(tiles.url).origin} ` : 'img-src '),
      },
    }
  }
}
