// Writes XML 1.0 (W3C, fifth edition): every text comes out of a strict reader as it went in, but for what XML cannot hold at all, which
// becomes "\ufffd". Pure. Called by the public pages' feed and Open311.

/** What XML 1.0 has no way to write (2.2, Char), once halves of pairs are gone. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Left as they are a reader would make one blank or line of them (2.11, 3.3.3).
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** For the content of an element or the value of an attribute. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"\t\n\r]/g, (one) => ESCAPED[one]!)
}

type Attributes = Readonly<Record<string, string>>

/** @param content a text, or elements */
export function element(name: string, content: string | readonly string[] = [], attributes: Attributes = {}): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  const inner = typeof content === 'string' ? escapeXml(content) : content.join('')
  return inner ? `<${name}${pairs.join('')}>${inner}</${name}>` : `<${name}${pairs.join('')}/>`
}
