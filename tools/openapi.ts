// npm run openapi: writes docs/openapi.json, the API's document, from the schemas that the functions run, and of it the types of the
// client. A test says when they are stale. --release also keeps the document as what the next release may not break.
import { writeFileSync } from 'node:fs'
import { options } from './options.ts'

const { release } = options('npm run openapi [-- --release]', { release: { type: 'boolean', default: false } }).values
const { openApiDocument } = await import('./openapi/document.ts')
const { clientTypes } = await import('./openapi/types.ts')
const document = await openApiDocument()
const files = ['openapi.json', ...(release ? ['openapi-released.json'] : [])]
for (const file of files) writeFileSync(new URL(`../docs/${file}`, import.meta.url), document)
writeFileSync(new URL('client/types.ts', import.meta.url), await clientTypes(document))
