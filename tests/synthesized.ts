// Gives all tests that run region 95 on the local engine one assembly of it, synthesized when the sources have changed.
import type { TestProject } from 'vitest/node'
import { synthesized } from '../tools/synthesize.ts'

declare module 'vitest' {
  interface ProvidedContext {
    assembly: string
  }
}

export default function setup(project: TestProject) {
  project.provide('assembly', synthesized('95'))
}
