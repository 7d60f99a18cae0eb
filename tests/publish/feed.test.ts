// Feeds as strict readers take them: whatever people wrote comes out as it was, ids stay, and what is new is told.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PublicAnswer } from '../../functions/case/publication.ts'
import { titleOf } from '../../functions/publish/entry.tsx'
import { feedOf } from '../../functions/publish/feed.ts'
import { element } from '../../functions/edge/xml.ts'
import { loadRegion } from '../../regions/load.ts'
import { readXml, type XmlElement } from '../../tools/open311/strict-xml.ts'

const region = loadRegion('87')
const here = { base: 'https://otklik.example', language: 'ru' as const }
const answerOf = (more: Partial<PublicAnswer> = {}): PublicAnswer => ({
  ...{ as: 'a1b2c3d4e5f60718', since: '2026-03-03T08:00:00.000Z', at: '2026-03-04T08:00:00.000Z', language: 'ru' },
  ...{ question: 'Яма на дороге.', text: 'Засыпана.', topic: 'roads.pothole', municipality: 'pevek' },
  ...{ organisation: region.organisations[0]!.id, receivedOn: '2026-03-01', answeredOn: '2026-03-03', sort: 'done' },
  ...more,
})
const child = (of: XmlElement, name: string) => of.children.find((one) => one.name === name)!
const children = (of: XmlElement, name: string) => of.children.filter((one) => one.name === name)
const entries = (answers: readonly PublicAnswer[]) => children(readXml(feedOf(region, here, {}, answers)), 'entry')
const round = (text: string) => readXml(`<?xml version="1.0" encoding="utf-8"?>\n${element('t', text, { a: text })}`)

/** What of a text XML can hold. */
// oxlint-disable-next-line no-control-regex
const held = (text: string) => text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')

describe('J1 a feed', () => {
  it.each([
    ['A & B', 'A & B'],
    ['&amp;', '&amp;'],
    ['’', '’'],
    [']]>', ']]>'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['"\'\t\r\n', '"\'\t\r\n'],
    ['яма\u000bна дороге', 'яма\ufffdна дороге'],
    ['яма\ud83d', 'яма\ufffd'],
    ['\udc00яма', '\ufffdяма'],
    ['😀', '😀'],
    ['\ufffe\uffff\0', '\ufffd\ufffd\ufffd'],
  ])('with %j parses strictly, and the text comes back', (written, read) => {
    const { attributes, text } = round(written)
    expect([text, attributes['a']]).toEqual([read, read])
    const [entry] = entries([answerOf({ question: written, text: written })])
    expect(child(entry!, 'summary').text).toBe(`${read}\n\n${read}`)
    expect(child(entry!, 'title').text).toBe(held(titleOf(written)))
  })

  it('with any text parses strictly, and what XML can hold comes back', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constant(']]>&#x0;\r'))
    fc.assert(
      fc.property(text, (written) => {
        expect(round(written)).toMatchObject({ text: held(written), attributes: { a: held(written) } })
        expect(entries([answerOf({ question: written, text: written })]).length).toBe(1)
      }),
    )
  })

  it.each([
    '<t>a & b</t>',
    '<t>]]></t>',
    '<t>\u000b</t>',
    '<t a="1" a="2"/>',
    '<t><u></t></u>',
    '<t>&nbsp;</t>',
    '<t/><t/>',
  ])('is read by a reader that takes nothing else: %s', (wrong) =>
    expect(() => readXml(`<?xml version="1.0" encoding="utf-8"?>\n${wrong}`)).toThrow(),
  )
})

describe('a feed', () => {
  const older = answerOf({ as: '0000000000000001', at: '2026-03-03T09:00:00.000Z', since: '2026-03-03T07:00:00.000Z' })
  const { attributes, children: parts } = readXml(feedOf(region, here, { municipality: 'pevek' }, [answerOf(), older]))
  const of = (name: string) => parts.filter((one) => one.name === name)

  it('says whose it is, of what, and when it changed last', () => {
    expect(attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'ru' })
    expect(of('id')[0]!.text).toBe(`tag:${region.mail.domain},2026:otklik/87/answers/pevek/-`)
    expect(of('title')[0]!.text).toMatch(/^Опубликованные ответы: .*Певек/)
    expect(of('updated')[0]!.text).toBe('2026-03-04T08:00:00.000Z')
    expect(of('link').map((one) => one.attributes)).toEqual([
      {
        rel: 'self',
        type: 'application/atom+xml',
        href: 'https://otklik.example/public/answers.atom?municipality=pevek',
      },
      { rel: 'alternate', type: 'text/html', href: 'https://otklik.example/public/answers?municipality=pevek' },
    ])
  })

  it('has for each answer a name that stays, an address, when it came and changed, and an organisation', () => {
    const [entry] = of('entry')
    expect(child(entry!, 'id').text).toBe(`tag:${region.mail.domain},2026:otklik/87/answer/a1b2c3d4e5f60718`)
    expect(child(entry!, 'link').attributes['href']).toBe('https://otklik.example/public/answers/a1b2c3d4e5f60718')
    expect([child(entry!, 'published').text, child(entry!, 'updated').text]).toEqual([
      '2026-03-03T08:00:00.000Z',
      '2026-03-04T08:00:00.000Z',
    ])
    expect(child(child(entry!, 'author'), 'name').text).toBe(region.organisations[0]!.name['ru'])
    expect(child(entry!, 'category').attributes['term']).toBe('roads.pothole')
    const moved = readXml(feedOf(region, { ...here, base: 'https://new.example' }, {}, [answerOf()]))
    expect(child(child(moved, 'entry'), 'id').text).toBe(child(entry!, 'id').text)
  })

  it('of nothing is a feed all the same, the same each time', () => {
    const empty = feedOf(region, here, { topic: 'roads.pothole' }, [])
    expect(child(readXml(empty), 'updated').text).toBe('1970-01-01T00:00:00.000Z')
    expect(feedOf(region, here, { topic: 'roads.pothole' }, [])).toBe(empty)
  })
})
