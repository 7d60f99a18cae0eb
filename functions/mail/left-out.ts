// Stands in for what nodemailer brings for attachments when the functions are bundled: its table of file types and its HTTP
// client would be a ninth of notify. A letter has neither, and whoever gives it one is told here. Named by lib/bundle.ts.
const leftOut = (): never => {
  throw new Error('Letters have no attachments: see functions/mail/left-out.ts.')
}

export const detectMimeType = leftOut
export const detectExtension = leftOut
export default leftOut
