// Zips a folder of plain files, as the CDK would upload it. Called by npm run emulate.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Packs by Python's own zipfile, which is wherever an emulator in Python runs. */
export function zipFolder(folder: string): Buffer {
  const target = mkdtempSync(join(tmpdir(), 'otklik-zip-'))
  const file = join(target, 'asset.zip')
  const script =
    'import sys,os,zipfile\nwith zipfile.ZipFile(sys.argv[1],"w",zipfile.ZIP_DEFLATED) as z:\n  [z.write(os.path.join(sys.argv[2],n),n) for n in sorted(os.listdir(sys.argv[2]))]'
  execFileSync('python3', ['-c', script, file, folder])
  const content = readFileSync(file)
  rmSync(target, { recursive: true, force: true })
  return content
}
