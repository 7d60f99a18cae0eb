// Reads what a cloud assembly asks to be uploaded before its stack is created, with the account's placeholders filled
// in. Called by npm run emulate.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipFolder } from '../zip-folder.ts'

interface Upload {
  readonly bucket: string
  readonly key: string
  readonly isTemplate: boolean
  readonly content: () => Buffer
}

export interface Assets {
  readonly awsRegion: string
  readonly uploads: readonly Upload[]
}

interface Manifest {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: { readonly path: string; readonly packaging: string }
        readonly destinations: Readonly<
          Record<string, { readonly bucketName: string; readonly objectKey: string; readonly region?: string }>
        >
      }
    >
  >
}

/** Reads a stack's assets manifest. @throws Error when the assembly does not hold the stack. */
export function assetsOf(assembly: string, stack: string, account: string): Assets {
  const { files } = JSON.parse(readFileSync(join(assembly, `${stack}.assets.json`), 'utf8')) as Manifest
  const placed = Object.values(files).flatMap(({ source, destinations }) =>
    Object.values(destinations).map((destination) => ({ source, ...destination })),
  )
  const awsRegion = placed.find((one) => one.region)?.region ?? 'eu-central-1'
  const filled = (text: string) =>
    text
      .replaceAll('${AWS::AccountId}', account)
      .replaceAll('${AWS::Region}', awsRegion)
      .replaceAll('${AWS::Partition}', 'aws')
  const uploads = placed.map(({ source, bucketName, objectKey }) => {
    const path = join(assembly, source.path)
    return {
      bucket: filled(bucketName),
      key: filled(objectKey),
      isTemplate: source.path === `${stack}.template.json`,
      content: () => (source.packaging === 'zip' ? zipFolder(path) : readFileSync(path)),
    }
  })
  return { awsRegion, uploads }
}
