// Tables of other systems in the console: uploaded, checked, taken in as messages, given back with answers. A function of its own, because it
// carries what reads spreadsheets. Called by API Gateway.
import { isMultipart, readMultipart } from './multipart.ts'
import { consolePages } from '../web/console/serve.ts'
import { fieldsOf } from '../web/forms.ts'
import { words } from '../web/words/words.ts'
import { routes } from './routes.ts'

export const handler = consolePages(
  routes,
  ({ path }) => path.replace(/^.*?\/console\//, ''),
  async (request) =>
    isMultipart(request) ? readMultipart(request, words[request.language].formBroken) : { fields: fieldsOf(request) },
)
