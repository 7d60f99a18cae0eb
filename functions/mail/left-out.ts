// Stands in for what no function uses of its libraries when they are bundled: what nodemailer brings for attachments (its table of
// file types and its HTTP client would be a ninth of notify), the AWS SDK's event streams, which none of our services has, its hash for
// machines where Node has none, and its retries that adapt.
// Whoever comes to need them is told here. Named by lib/bundle.ts.
const leftOut = (): never => {
  throw new Error('This part of a library is left out of the bundle: see functions/mail/left-out.ts.')
}

export const detectMimeType = leftOut
export const detectExtension = leftOut
export const Sha256Js = leftOut
export const AdaptiveRetryStrategy = leftOut
/** S3's client is made with it, and reads no such stream. */
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config
export const eventStreamSerdeProvider = leftOut
export const EventStreamSerde = leftOut
export default leftOut
