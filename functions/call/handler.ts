// Calls that operators enter, and comments that are screened; apart from the console because it makes cases. Called by API Gateway.
import { consolePages } from '../web/console/serve.ts'
import { routes } from './routes.ts'

export const handler = consolePages(routes, ({ resource }) => resource.replace('/console/', ''))
