// Where the bucket of photos is on the web. Asked by whoever signs for it, and by the headers of pages, which let its pictures be shown.
export interface BucketUrl {
  readonly bucket: string
  readonly origin: string
  /** Without a trailing slash. */
  readonly url: string
}

/** None where the region has no photos. */
export function bucketOrigins(): string[] {
  return process.env['PHOTOS_BUCKET'] ? [bucketUrl().origin] : []
}

/** By the same variables as the SDK: an engine or emulator says its own endpoint. @throws Error where the region has no photos */
export function bucketUrl(): BucketUrl {
  const bucket = process.env['PHOTOS_BUCKET']
  if (!bucket) throw new Error('The environment variable PHOTOS_BUCKET is not set.')
  const endpoint = process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL']
  if (endpoint) return { bucket, origin: new URL(endpoint).origin, url: `${endpoint.replace(/\/$/, '')}/${bucket}` }
  const origin = `https://${bucket}.s3.${process.env['AWS_REGION']}.amazonaws.com`
  return { bucket, origin, url: origin }
}
