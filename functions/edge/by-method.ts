// Answers by the method of a request. HEAD is answered as GET is (RFC 9110, 9.3.2); a method that an address does not know
// is told which it does. Used by the HTTP functions.
import type { Handle } from './http.ts'
import { Problem } from './problem.ts'

type Handlers = { readonly [Method in 'GET' | 'POST' | 'DELETE']?: Handle }

export function byMethod(handlers: Handlers): Handle {
  const others = (['POST', 'DELETE'] as const).filter((method) => handlers[method])
  const allowed = [...(handlers.GET ? ['GET', 'HEAD'] : []), ...others].join(', ')
  return (request) => {
    const { method } = request
    const handle = method === 'HEAD' ? handlers.GET : handlers[method as keyof Handlers]
    if (!handle) return Promise.reject(new Problem(405, 'method-not-allowed', allowed, [], { Allow: allowed }))
    return handle(request)
  }
}
