// The library of images beside the function redraw: sharp's WebAssembly build, wherever it runs, so that one bundle draws on arm64, on x64
// and on emulators. It starts threads from its own file and reads its WebAssembly beside it; so both stay files. Called by bundle.ts.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

const folder = join(dirname(fileURLToPath(import.meta.resolve('@img/sharp-wasm32/sharp.node'))), 'lib')

/** What the function loads. */
export const IMAGES = 'images.cjs'

/** The library looks for its WebAssembly by this name. */
export function wasmFile(): string {
  return readdirSync(folder).find((file) => file.endsWith('.wasm'))!
}

/** Loads the library from beside the function, in the place of whatever is installed for this machine. */
export const drawnByWasm: Plugin = {
  name: 'drawn-by-wasm',
  setup(building) {
    building.onLoad({ filter: /\/sharp\/dist\/sharp\.mjs$/ }, () => ({
      contents: `import{createRequire as load}from'node:module';export default load(import.meta.url)('./${IMAGES}')`,
    }))
  },
}

/** The files, by name. */
export async function imageFiles(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, wasmFile().replace(/wasm$/, 'js'))],
    outfile: IMAGES,
    ...{ bundle: true, minify: true, format: 'cjs', platform: 'node', target: 'node24', write: false },
  })
  return [
    [IMAGES, outputFiles[0]!.contents],
    [wasmFile(), readFileSync(join(folder, wasmFile()))],
  ]
}
