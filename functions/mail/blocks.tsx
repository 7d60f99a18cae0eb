// Renders a letter, a list of blocks, as text and as HTML, so that both say the same. The HTML is one column of tables
// with inline styles, as mail programs need it, without images and tracking; the classes are for those that know the dark.
// Called by compose.ts.
import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { HtmlEscapedString } from 'hono/utils/html'
import { palette } from '../../regions/palette.ts'
import type { Language, Region } from '../../regions/schema.ts'

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'quote'; readonly text: string }
  /** With a note, the address stands below for programs that show no buttons. */
  | { readonly kind: 'button'; readonly label: string; readonly url: string; readonly note?: string }
  | {
      readonly kind: 'links'
      readonly intro: string
      readonly links: readonly (readonly [label: string, url: string])[]
    }

export interface Letter {
  readonly subject: string
  readonly preheader: string
  readonly blocks: readonly Block[]
  readonly footer: readonly string[]
}

/** The text part. */
export function letterText({ blocks, footer }: Letter): string {
  return `${blocks.map(textOf).join('\n\n')}\n\n-- \n${footer.join('\n')}\n`
}

/** What it says, for a dialog of a social network: without a foot, and without what stands below buttons for programs that show none. */
export function letterLines({ blocks }: Letter): string {
  const isForPrograms = (block: Block) => block.kind === 'links' && block.links.every(([label, url]) => label === url)
  return blocks
    .filter((block) => !isForPrograms(block))
    .map(textOf)
    .join('\n\n')
}

/** The HTML part: everything that came from outside is escaped by the renderer. */
export function letterHtml(letter: Letter, language: Language, { look }: Pick<Region, 'look'>): string {
  const page = (<Page letter={letter} language={language} look={look} />) as HtmlEscapedString
  return `<!doctype html>${page.toString()}`
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'subheading':
    case 'paragraph':
      return block.text
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n')
    case 'quote':
      return block.text.replace(/^/gm, '> ')
    case 'button':
      return `${block.label}:\n${block.url}`
    case 'links':
      return [block.intro, ...block.links.map(([label, url]) => `${label}: ${url}`)].join('\n')
  }
}

/** Programs that know the dark turn these classes; to all others the inline colours, which are the light ones, are all there is. */
function darkStyle(accent: string): string {
  const { ink, soft, paper, ground, line, note, 'accent-ink': onAccent } = palette.dark
  const rules = {
    ground: `background:${ground}`,
    paper: `background:${paper}`,
    ink: `color:${ink}`,
    soft: `color:${soft}`,
    foot: `color:${soft};border-color:${line}`,
    note: `background:${note};color:${ink};border-color:${accent}`,
    accent: `background:${accent}`,
    'on-accent': `color:${onAccent}`,
    link: `color:${accent}`,
  }
  const lines = Object.entries(rules).map(([name, rule]) => `.${name}{${rule.replaceAll(/(?=;|$)/g, '!important')}}`)
  return `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){${lines.join('')}}`
}

const { ink, soft, paper, ground, line, note, 'accent-ink': onAccent } = palette.light
const face = 'font-family:Arial,Helvetica,sans-serif;'
const font = `${face}font-size:16px;line-height:24px;color:${ink};`
const small = `font-size:13px;line-height:19px;color:${soft};`
const hidden = 'display:none;max-height:0;overflow:hidden;opacity:0;'
const plain = { role: 'presentation', cellpadding: '0', cellspacing: '0' } as const

const Page: FC<{ letter: Letter; language: Language; look: Region['look'] }> = ({ letter, language, look }) => {
  const { light, dark } = look.accent ?? { light: palette.light.accent, dark: palette.dark.accent }
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{letter.subject}</title>
        <style>{raw(darkStyle(dark))}</style>
      </head>
      <body class="ground" style={`margin:0;padding:0;background:${ground};`}>
        <div style={hidden}>{letter.preheader}</div>
        <table {...plain} width="100%" class="ground" style={`background:${ground};`}>
          <tr>
            <td align="center" style="padding:16px 8px;">
              <table
                {...plain}
                width="100%"
                class="paper"
                style={`max-width:600px;background:${paper};border-top:4px solid ${light};`}
              >
                <tr>
                  <td class="ink" style={`padding:24px 20px 8px;${font}overflow-wrap:anywhere;`}>
                    {letter.blocks.map((block) => (
                      <BlockHtml block={block} accent={light} />
                    ))}
                  </td>
                </tr>
                <tr>
                  <td class="foot" style={`padding:12px 20px 20px;${face}${small}border-top:1px solid ${line};`}>
                    {letter.footer.map((line) => (
                      <div>{line}</div>
                    ))}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  )
}

/** A text with its line breaks: `white-space` is not known to every mail program. */
const Lines: FC<{ text: string }> = ({ text }) => (
  <>
    {text.split('\n').map((line, at) => (
      <>
        {at > 0 ? <br /> : null}
        {line}
      </>
    ))}
  </>
)

const BlockHtml: FC<{ block: Block; accent: string }> = ({ block, accent }) => {
  switch (block.kind) {
    case 'heading':
      return <h1 style="margin:0 0 14px;font-size:22px;line-height:28px;">{block.text}</h1>
    case 'subheading':
      return <h2 style="margin:22px 0 8px;font-size:17px;line-height:24px;">{block.text}</h2>
    case 'paragraph':
      return (
        <p style="margin:0 0 14px;">
          <Lines text={block.text} />
        </p>
      )
    case 'facts':
      return (
        <table {...plain} width="100%" style="margin:0 0 14px;">
          {block.rows.map(([label, value]) => (
            <tr>
              <td
                class="soft"
                valign="top"
                width="34%"
                style={`padding:4px 10px 4px 0;${font}color:${soft};overflow-wrap:break-word;`}
              >
                {label}
              </td>
              <td class="ink" valign="top" style={`padding:4px 0;${font}`}>
                {value}
              </td>
            </tr>
          ))}
        </table>
      )
    case 'quote':
      return (
        <blockquote
          class="note"
          style={`margin:0 0 16px;padding:10px 14px;border-left:4px solid ${accent};background:${note};color:${ink};`}
        >
          <Lines text={block.text} />
        </blockquote>
      )
    case 'button':
      return (
        <>
          <table {...plain} style="margin:4px 0 8px;">
            <tr>
              <td class="accent" align="center" style={`background:${accent};border-radius:4px;padding:13px 26px;`}>
                <a
                  class="on-accent"
                  href={block.url}
                  style={`${face}font-size:17px;font-weight:bold;color:${onAccent};text-decoration:none;`}
                >
                  {block.label}
                </a>
              </td>
            </tr>
          </table>
          {block.note && (
            <p class="soft" style={`margin:0 0 16px;${small}`}>
              {block.note}{' '}
              <a class="link" href={block.url} style={`color:${accent};`}>
                {block.url}
              </a>
            </p>
          )}
        </>
      )
    case 'links':
      return (
        <p style="margin:0 0 14px;">
          {block.intro}
          {block.links.map(([label, url]) => (
            <>
              <br />
              <a class="link" href={url} style={`display:inline-block;padding:5px 0;color:${accent};`}>
                {label}
              </a>
            </>
          ))}
        </p>
      )
  }
}
