// Answers by the method of a request. HEAD is answered as GET is (RFC 9110, 9.3.2); a method that an address does not know
// is told which it does. Used by the HTTP functions.
import type { Handle } from './http.ts'
import { Problem } from './problem.ts'

export function byMethod(handlers: { readonly GET?: Handle; readonly POST?: Handle }): Handle {
  const allowed = [...(handlers.GET ? ['GET', 'HEAD'] : []), ...(handlers.POST ? ['POST'] : [])].join(', ')
  return (request) => {
    const { method } = request
    const handle = method === 'HEAD' ? handlers.GET : handlers[method as 'GET' | 'POST']
    if (!handle) return Promise.reject(new Problem(405, 'method-not-allowed', allowed, [], { Allow: allowed }))
    return handle(request)
  }
}
