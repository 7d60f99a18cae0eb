// The console of those who work for the region: lists of what waits, sessions, who may sign in. Called by API Gateway.
import { consolePages } from '../web/console/serve.ts'
import { routes } from './routes.ts'

export const handler = consolePages(routes, ({ params }) => params['proxy'] ?? '')
