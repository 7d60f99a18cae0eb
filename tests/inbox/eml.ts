// Makes mails for tests, byte by byte.
/** A mail of headers and a body. */
export function eml(headers: Readonly<Record<string, string>>, body: string | Buffer = 'Яма на дороге.'): Buffer {
  const head = Object.entries({ From: 'Житель <zhitel@example.org>', To: 'pishite@in.otklik-99.example', ...headers })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  return Buffer.concat([Buffer.from(`${head}\r\n`), Buffer.from(body)])
}

/** A mail of several parts, each with headers and content. */
export function multipart(
  type: string,
  parts: readonly (readonly [headers: string, content: string | Buffer])[],
  headers: Readonly<Record<string, string>> = {},
): Buffer {
  const pieces = parts.flatMap(([head, content]) => [`--b1\r\n${head}\r\n\r\n`, content, '\r\n'])
  const body = Buffer.concat([...pieces, '--b1--\r\n'].map((one) => Buffer.from(one)))
  return eml({ 'Content-Type': `${type}; boundary="b1"`, ...headers }, body)
}

const tables = new Map<string, Map<string, number>>()

/** A text in a charset of one byte a letter, or in UTF-8. */
export function inCharset(text: string, charset: string): Buffer {
  if (charset === 'utf-8') return Buffer.from(text)
  const table =
    tables.get(charset) ??
    new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(charset).decode(Uint8Array.of(byte)), byte]))
  tables.set(charset, table)
  return Buffer.from(Array.from(text, (letter) => table.get(letter)!))
}

export const transfer = {
  '8bit': (bytes: Buffer) => bytes,
  base64: (bytes: Buffer) => Buffer.from(bytes.toString('base64').replace(/.{76}/g, '$&\r\n')),
  'quoted-printable': (bytes: Buffer) =>
    Buffer.from(
      Array.from(bytes, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join('')
        .replace(/(?:=..){20}/g, '$&=\r\n'),
    ),
} as const
