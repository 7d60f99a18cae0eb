// One engine at a time works on a folder of data: a second would end the first one's table engine. SQLite's lock holds as long as
// the process lives, also when it is killed. Called by the engine and by npm run reset.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** @returns what releases the folder. @throws Error when another process has it. */
export function holdData(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const lock = new DatabaseSync(join(dataDir, 'lock.db'))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new Error(
      `The data in ${dataDir} are in use: stop the region that runs on them (Ctrl-C where npm start runs).`,
    )
  }
  return () => lock.close()
}
