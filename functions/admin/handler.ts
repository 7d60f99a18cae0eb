// What only administrators see in the console: the audit, the keys of integrators, and the models of routing. It reads no case: whoever breaks in finds no citizen. Called by
// API Gateway.
import { consolePages } from '../web/console/serve.ts'
import { routes } from './routes.ts'

export const handler = consolePages(routes, ({ resource, params }) =>
  resource.replace('/console/', '').replace('{id}', params['id'] ?? ''),
)
