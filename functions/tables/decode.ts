// Turns the bytes of a text table into text: UTF-8 or UTF-16 with a mark, UTF-8 without one, else windows-1251 or the code page 866 of old
// programs, whichever makes more of it Russian. Called by read-csv.ts and by the commands that read tables.

export const encodings = ['utf-8', 'utf-16le', 'windows-1251', 'ibm866'] as const
export type Encoding = (typeof encodings)[number]

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

/** @param asked what a reader says it is, where what was recognised looks wrong */
export function decode(content: Uint8Array, asked?: Encoding): Decoded {
  const encoding = asked ?? recognise(content)
  // A mark at the beginning is no part of the first heading.
  return { encoding, text: new TextDecoder(encoding).decode(content).replace(/^\ufeff/, '') }
}

function recognise(content: Uint8Array): Encoding {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content)
    return 'utf-8'
  } catch {
    const sample = content.subarray(0, 65_536)
    return russianIn(sample, 'ibm866') > russianIn(sample, 'windows-1251') ? 'ibm866' : 'windows-1251'
  }
}

/** How much of it reads as Russian: letters that are common in it, in the case that is common. */
function russianIn(content: Uint8Array, encoding: Encoding): number {
  return new TextDecoder(encoding).decode(content).match(/[оеаинтсрвл]/g)?.length ?? 0
}
