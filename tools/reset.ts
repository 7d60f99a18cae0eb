// npm run reset: empties the data of the local regions.
import { rmSync } from 'node:fs'
import { DATA_DIR } from './local-region.ts'

rmSync(DATA_DIR, { recursive: true, force: true })
console.log(`The local data in ${DATA_DIR} are gone.`)
