// Acting on many cases of a list at once, apart from the page of one because of its weight. Called by API Gateway.
import { consolePages } from '../web/console/serve.ts'
import { routes } from './routes.ts'

export const handler = consolePages(routes, () => 'bulk')
