// Reads XML as strictly as the standard asks (XML 1.0, without DTD): whatever is not well-formed is thrown at. Used by npm run open311:check and the tests of feeds.
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/

/** @throws Error where a strict reader would give up */
export function readXml(xml: string): XmlElement {
  if (!xml.isWellFormed() || FORBIDDEN.test(xml)) throw new Error('a character that XML cannot hold')
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray => {
    const sticky = new RegExp(pattern.source, 'y')
    sticky.lastIndex = at
    const found = sticky.exec(xml)
    if (!found) throw new Error(`not well-formed at ${at}: ${JSON.stringify(xml.slice(at, at + 40))}`)
    at = sticky.lastIndex
    return found
  }
  const isNext = (start: string) => xml.startsWith(start, at)
  const plain = (raw: string) => {
    if (raw.includes(']]>') || /&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(raw)) throw new Error(`not escaped: ${raw}`)
    return raw.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string) =>
      code ? String.fromCodePoint(Number(code)) : ENTITIES[name]!,
    )
  }
  const read = (): XmlElement => {
    const [, name = ''] = take(/<([A-Za-z][\w:.-]*)/)
    const attributes: Record<string, string> = {}
    while (!isNext('>') && !isNext('/>')) {
      const [, key = '', value = ''] = take(/\s+([A-Za-z][\w:.-]*)="([^"<]*)"/)
      if (key in attributes) throw new Error(`${key} twice`)
      // A reader makes blanks of line ends and tabs that stand there as they are (3.3.3).
      attributes[key] = plain(value.replace(/[\t\n\r]/g, ' '))
    }
    if (isNext('/>')) {
      take(/\/>/)
      return { name, attributes, children: [], text: '' }
    }
    take(/>/)
    const children: XmlElement[] = []
    let text = ''
    while (!isNext('</')) {
      if (isNext('<')) children.push(read())
      // And one line end of every kind of them (2.11).
      else text += plain(take(/[^<]+/)[0].replace(/\r\n?/g, '\n'))
    }
    if (take(/<\/([\w:.-]+)\s*>/)[1] !== name) throw new Error(`${name} is not closed`)
    return { name, attributes, children, text }
  }
  take(/<\?xml version="1\.0" encoding="utf-8"\?>\n/)
  const root = read()
  take(/\s*$/)
  return root
}
