// npm run reset: empties the data of the local regions; of none while one of them runs.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { holdData } from '../local/data-lock.ts'
import { DATA_DIR } from './data-dir.ts'
import { options } from './options.ts'

options('npm run reset', {})

const regions = existsSync(DATA_DIR) ? readdirSync(DATA_DIR).filter((name) => /^\d+$/.test(name)) : []
const releases = regions.map((code) => holdData(join(DATA_DIR, code)))
rmSync(DATA_DIR, { recursive: true, force: true })
for (const release of releases) release()
console.log(`The local data in ${DATA_DIR} are gone.`)
