// Reads a form with a file (RFC 7578). Called by the handler.
import { Problem } from '../edge/problem.ts'
import type { Request } from '../edge/request.ts'

export interface MultipartForm {
  readonly fields: Readonly<Record<string, string>>
  /** The first that was chosen; a field for a file that was left empty gives none. */
  readonly file?: { readonly name: string; readonly bytes: Buffer }
}

export function isMultipart({ headers }: Pick<Request, 'headers'>): boolean {
  return (headers['content-type'] ?? '').startsWith('multipart/form-data')
}

/** @throws Problem 400 where it is none @param refused what its sender is told then */
export async function readMultipart({ headers, bytes }: Request, refused: string): Promise<MultipartForm> {
  const sent = await formIn(headers['content-type'] ?? '', bytes ?? Buffer.alloc(0))
  if (!sent) throw new Problem(400, 'form-broken', refused)
  const entries = [...sent.entries()]
  const file = entries.flatMap(([, value]) => (typeof value === 'string' || value.size === 0 ? [] : [value]))[0]
  return {
    fields: Object.fromEntries(entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))),
    ...(file && { file: { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) } }),
  }
}

async function formIn(type: string, bytes: Buffer): Promise<FormData | undefined> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'Content-Type': type } }).formData()
  } catch {
    return undefined
  }
}
