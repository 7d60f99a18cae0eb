// Cuts a text into messages of a network's length, at the end of a paragraph, a line or a word, each with its number. Addresses stay whole.
// Pure. Called by notify's courier of dialogs.

/** "99/99" and the line that it stands on (UTF-16 units). */
const MARK = 8
const CUTS = ['\n\n', '\n', ' '] as const

/** One text as it is, more with "1/3" below each. */
export function partsOf(text: string, most: number): string[] {
  if (text.length <= most) return [text]
  const parts: string[] = []
  for (let rest = text; rest !== '';) {
    const part = rest.length <= most - MARK ? rest : rest.slice(0, placeToCut(rest, most - MARK))
    parts.push(part.trimEnd())
    rest = rest.slice(part.length).trimStart()
  }
  return parts.map((part, index) => `${part}\n\n${index + 1}/${parts.length}`)
}

/** Not in the first half, so that parts are few; where a text has no gap, between two characters. */
function placeToCut(text: string, most: number): number {
  const head = text.slice(0, most)
  for (const cut of CUTS) {
    const at = head.lastIndexOf(cut)
    if (at > most / 2) return at + cut.length
  }
  const isHalf = /[\ud800-\udbff]/.test(text[most - 1]!)
  return isHalf ? most - 1 : most
}
