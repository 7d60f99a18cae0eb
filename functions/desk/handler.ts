// A case in the console, apart from the lists because of its weight. Called by API Gateway.
import { consolePages } from '../web/console/serve.ts'
import { routes } from './routes.ts'

export const handler = consolePages(routes, ({ params }) => `cases/${params['id'] ?? ''}`)
