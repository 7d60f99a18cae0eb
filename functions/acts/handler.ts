// What else can be done about a case in the console, each on a page of its own; apart from the page of the case because of its weight.
// Called by API Gateway.
import { consolePages } from '../web/console/serve.ts'
import { routes } from './routes.ts'

export const handler = consolePages(routes, ({ params }) => `cases/${params['id'] ?? ''}/${params['act'] ?? ''}`)
