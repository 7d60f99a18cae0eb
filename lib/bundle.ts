// Bundles every function once, in this process: one file each, the SDK inside, so that a cold start reads one file. A
// region's functions differ only by what lies beside the code: region.json, and the API's document and page; those that score messages have word vectors, too. Called by bin/app.ts and the bench.
import { createHash, randomUUID } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as bundle, type Plugin } from 'esbuild'
import type { Region } from '../regions/schema.ts'
import { drawnByWasm, imageFiles, IMAGES, wasmFile } from './bundle-images.ts'
import { withoutDescriptions } from './bundle-partitions.ts'
import { referenceFiles } from './reference/page.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = join(root, '.build')
/** What words mean: functions that score messages or train on them read it beside their code (functions/vectors/load.ts). */
const WORD_VECTORS = 'words-ru.vectors'
const hearingWords: readonly FunctionName[] = ['route', 'learn']
const OLD_MS = 24 * 3_600_000

export const functionNames = [
  'api',
  'report',
  'respond',
  'track',
  'review',
  'publish',
  'open311',
  'console',
  'desk',
  'acts',
  'figures',
  'admin',
  'call',
  'bulk',
  'imports',
  'signin',
  'directory',
  'passkey',
  'dispatch',
  'route',
  'notify',
  'record',
  'tick',
  'sweep',
  'digest',
  'rollup',
  'learn',
  'bounce',
  'canary',
  'deliver',
  'photos',
  'redraw',
  'inbox',
  'listen',
  'hear',
] as const
export type FunctionName = (typeof functionNames)[number]
/** Those that every region has. */
export type StandingFunction = Exclude<
  FunctionName,
  'canary' | 'deliver' | 'photos' | 'redraw' | 'passkey' | 'inbox' | 'listen' | 'hear' | 'learn'
>

/** Gives the folder with a function's code for a region; without a region, the bare bundle. */
export type FunctionCode = (name: FunctionName, region?: Region) => string

const makersOfAuthenticators =
  /\/(?:verifyAttestation(?:AndroidKey|AndroidSafetyNet|Apple|FIDOU2F|Packed|TPM)|metadataService|convertX509PublicKeyToCOSE|verifyMDSBlob|getCertificateInfo|isCertRevoked|validateCertificatePath|convertCertificateToPEM)\.js$/

/**
 * Leaves out what no function runs: a letter's attachments, hashing without Node, retries that adapt (nobody asks for them), event streams with their signatures (DynamoDB, SQS, SES and Step Functions have none), the
 * cache of discovered endpoints (made by every DynamoDB client, asked by none), what partitions of AWS are called, and all of a client's package.json but its version.
 */
const withoutUnused: Plugin = {
  name: 'without-unused',
  setup(build) {
    const leftOut = { path: join(root, 'functions/mail/left-out.ts') }
    build.onResolve({ filter: /\/(?:mime-types|fetch\/index)\.js$/ }, ({ importer }) =>
      importer.includes('/nodemailer/') ? leftOut : undefined,
    )
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, () => leftOut)
    build.onResolve({ filter: /\/util-retry\/AdaptiveRetryStrategy$/ }, () => leftOut)
    build.onResolve({ filter: /^\.\/Sha256Js$/ }, ({ importer }) =>
      importer.endsWith('Sha256Node.js') ? leftOut : undefined,
    )
    build.onLoad({ filter: /\/signature-v4\/dist-es\/HeaderFormatter\.js$/ }, () => ({
      contents: 'export class HeaderFormatter {}',
    }))
    build.onResolve({ filter: makersOfAuthenticators }, ({ importer }) =>
      importer.includes('/@simplewebauthn/') ? { path: join(root, 'functions/passkey/left-out.ts') } : undefined,
    )
    // Of what it knows of elliptic curves, signatures are read, and certificates are not.
    build.onResolve({ filter: /^@peculiar\/asn1-ecc$/ }, () => ({
      path: join(root, 'node_modules/@peculiar/asn1-ecc/build/es2015/ec_signature_value.js'),
    }))
    build.onLoad({ filter: /\/mnemonist\/lru-cache\.js$/ }, () => ({ contents: 'module.exports = class {}' }))
    build.onLoad({ filter: /\/util-endpoints\/lib\/aws\/partitions\.js$/ }, ({ path }) => ({
      contents: withoutDescriptions(readFileSync(path, 'utf8')),
    }))
    build.onLoad({ filter: /\/@aws-sdk\/client-[a-z]+\/package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string }
      return { contents: JSON.stringify({ version }), loader: 'json' }
    })
  },
}

/** Bundles the functions into .build. @throws Error naming a function that has no handler. */
export async function bundleFunctions(): Promise<FunctionCode> {
  const entryPoints = functionNames.map((name) => ({ in: entryOf(name), out: `${name}/index` }))
  const { metafile, outputFiles } = await bundle({
    absWorkingDir: root,
    entryPoints,
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    charset: 'utf8',
    alias: { '@aws-sdk/credential-provider-node': join(root, 'functions/edge/credentials.ts') },
    plugins: [withoutUnused, drawnByWasm],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    metafile: true,
    write: false,
  })
  for (const file of outputFiles) writeOnce(file.path, file.contents)
  for (const [file, contents] of await imageFiles()) writeOnce(join(out, 'redraw', file), contents)
  const vectors = readFileSync(join(root, 'functions/vectors', WORD_VECTORS))
  for (const name of hearingWords) writeOnce(join(out, name, WORD_VECTORS), vectors)
  writeOnce(join(out, 'meta', 'functions.json'), JSON.stringify(metafile))
  return (name, region) => (region ? withRegion(name, region) : join(out, name))
}

function entryOf(name: FunctionName): string {
  const found = ['tsx', 'ts']
    .map((suffix) => join('functions', name, `handler.${suffix}`))
    .find((file) => existsSync(join(root, file)))
  if (!found) throw new Error(`The function ${name} has no functions/${name}/handler.ts.`)
  return found
}

/** A folder named by its content and made whole: syntheses that run at once cannot disturb each other. */
function withRegion(name: FunctionName, region: Region): string {
  const beside = { 'region.json': JSON.stringify(region), ...(name === 'api' && referenceFiles(region)) }
  const code = [
    'index.mjs',
    ...(name === 'redraw' ? [IMAGES, wasmFile()] : []),
    ...(hearingWords.includes(name) ? [WORD_VECTORS] : []),
  ]
  const hash = createHash('sha256')
  for (const file of code) hash.update(readFileSync(join(out, name, file)))
  const digest = hash.update(JSON.stringify(beside)).digest('hex').slice(0, 16)
  const folder = join(out, 'regions', `${region.code}-${name}-${digest}`)
  if (existsSync(folder)) {
    utimesSync(folder, new Date(), new Date())
    return folder
  }
  const draft = draftPath()
  mkdirSync(draft)
  for (const file of code) copyFileSync(join(out, name, file), join(draft, file))
  for (const [file, text] of Object.entries(beside)) writeFileSync(join(draft, file), text)
  mkdirSync(join(folder, '..'), { recursive: true })
  try {
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true })
    if (!existsSync(folder)) throw error // else another synthesis made the same folder first
  }
  removeOld(join(out, 'regions'))
  return folder
}

/** Folders of earlier code, but none that another synthesis may still be reading. */
function removeOld(folder: string) {
  for (const name of readdirSync(folder)) {
    const age = Date.now() - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > OLD_MS) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** Whole or not at all: another synthesis may be reading. */
function writeOnce(path: string, contents: Uint8Array | string) {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(contents))) return
  mkdirSync(join(path, '..'), { recursive: true })
  const draft = draftPath()
  writeFileSync(draft, contents)
  renameSync(draft, path)
}

/** Beside the folders that become assets, never in one. */
function draftPath() {
  mkdirSync(out, { recursive: true })
  return join(out, `draft-${randomUUID()}`)
}
