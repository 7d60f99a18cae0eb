// Makes a copy of the project in which files may be spoilt; the work tree itself is never touched. Called by runner.ts.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const copied = ['functions', 'regions', 'tests', 'tools', 'simulation', 'lib', 'local', 'package.json', 'tsconfig.json']

export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), 'otklik-mutate-'))

  constructor(root: string) {
    for (const name of copied)
      if (existsSync(join(root, name))) cpSync(join(root, name), join(this.folder, name), { recursive: true })
    symlinkSync(resolve(root, 'node_modules'), join(this.folder, 'node_modules'))
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8')
  }

  write(file: string, text: string): void {
    writeFileSync(join(this.folder, file), text)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
