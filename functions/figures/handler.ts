// The figures of the console, and the register of official pages: what waits, what came and went, how deadlines were kept, as charts, tables and files for a spreadsheet. It reads
// counters and the keys of lists, and no case: whoever breaks in finds figures. Called by API Gateway.
import { consolePages } from '../web/console/serve.ts'
import { routes } from './routes.ts'

export const handler = consolePages(routes, ({ path }) => path.replace(/^.*?\/console\//, ''))
