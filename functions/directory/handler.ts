// The directory in the console: lists, forms and history of who stands where and what goes to whom; and the open cases of a responder who
// left. Called by API Gateway.
import { consolePages } from '../web/console/serve.ts'
import { routes } from './routes.ts'

export const handler = consolePages(routes, ({ resource, params }) =>
  resource.replace(/^\/console\//, '').replace('{id}', params['id'] ?? ''),
)
