// Reads, writes and deletes objects of the bucket of photos. Called by redraw and inbox.
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { bucketUrl } from './address.ts'

const s3 = new S3Client({})
// Nobody keeps the log it writes (store/table.ts).
s3.middlewareStack.remove('loggerMiddleware')

/** The content of an object; undefined when it is not there (any more), `too large` without reading what has more bytes. */
export async function readObject(name: string, mostBytes: number): Promise<Buffer | 'too large' | undefined> {
  try {
    const { Body, ContentLength = 0 } = await s3.send(new GetObjectCommand({ Bucket: bucketUrl().bucket, Key: name }))
    if (ContentLength <= mostBytes) return Buffer.from(await Body!.transformToByteArray())
    await Body!.transformToWebStream().cancel()
    return 'too large'
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined
    throw error
  }
}

/** Of pictures that we drew ourselves: a browser that keeps one asks for it again only by a new address. */
export async function writePicture(name: string, Body: Buffer): Promise<void> {
  const kept = { ContentType: 'image/jpeg', CacheControl: 'private, max-age=300', ContentDisposition: 'inline' }
  await s3.send(new PutObjectCommand({ Bucket: bucketUrl().bucket, Key: name, Body, ...kept }))
}

/** A file that somebody sent us by mail, for redraw to look at as at any other. */
export async function writeIncoming(name: string, Body: Buffer, ContentType: string): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket: bucketUrl().bucket, Key: name, Body, ContentType }))
}

/** One that is not there is deleted. */
export async function deleteObject(name: string): Promise<void> {
  await s3.send(new DeleteObjectCommand({ Bucket: bucketUrl().bucket, Key: name }))
}

/** Deletes everything whose name begins so. @returns how many objects there were */
export async function deleteAll(prefix: string): Promise<number> {
  let deleted = 0
  for (;;) {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucketUrl().bucket, Prefix: prefix }))
    if (Contents.length === 0) return deleted
    for (const { Key } of Contents) await deleteObject(Key!)
    deleted += Contents.length
  }
}
