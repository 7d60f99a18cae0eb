// Reads mails from the bucket in which SES puts them as they come. Called by inbox.
import { GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3'

const s3 = new S3Client({})
// Nobody keeps the log it writes (store/table.ts).
s3.middlewareStack.remove('loggerMiddleware')

/** Where the receipt rule of the stack puts mails. */
export const MAILS = 'mail/'
/** SES takes no larger mails (Amazon SES Developer Guide, "Service quotas": 40 MB); with what base64 and headers add. */
const MOST_BYTES = 45 * 1024 * 1024

/** A mail as it came; undefined when it is not there (any more), `too large` without reading what has more bytes. */
export async function readRawMail(bucket: string, name: string): Promise<Buffer | 'too large' | undefined> {
  try {
    const { Body, ContentLength = 0 } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: name }))
    if (ContentLength <= MOST_BYTES) return Buffer.from(await Body!.transformToByteArray())
    await Body!.transformToWebStream().cancel()
    return 'too large'
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined
    throw error
  }
}
