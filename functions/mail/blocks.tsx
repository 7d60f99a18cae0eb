// Renders a letter, a list of blocks, as text and as HTML, so that both say the same. The HTML is one column of tables
// with inline styles, as mail programs need it, without images and tracking. Called by compose.ts.
import type { FC } from 'hono/jsx'
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Language } from '../../regions/schema.ts'

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

/** The HTML part: everything that came from outside is escaped by the renderer. */
export function letterHtml(letter: Letter, language: Language): string {
  const page = (<Page letter={letter} language={language} />) as HtmlEscapedString
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

const font = 'font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:24px;color:#1c2733;'
const hidden = 'display:none;max-height:0;overflow:hidden;opacity:0;'

const Page: FC<{ letter: Letter; language: Language }> = ({ letter, language }) => (
  <html lang={language}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{letter.subject}</title>
    </head>
    <body style="margin:0;padding:0;background:#eef1f4;">
      <div style={hidden}>{letter.preheader}</div>
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#eef1f4;">
        <tr>
          <td align="center" style="padding:16px 8px;">
            <table
              role="presentation"
              width="100%"
              cellpadding="0"
              cellspacing="0"
              style="max-width:600px;background:#ffffff;border-radius:6px;"
            >
              <tr>
                <td style={`padding:24px 20px 8px;${font}`}>
                  {letter.blocks.map((block) => (
                    <BlockHtml block={block} />
                  ))}
                </td>
              </tr>
              <tr>
                <td style="padding:12px 20px 20px;font-family:Arial,Helvetica,sans-serif;font-size:13px;line-height:19px;color:#5a6672;border-top:1px solid #dde3e8;">
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

const BlockHtml: FC<{ block: Block }> = ({ block }) => {
  switch (block.kind) {
    case 'heading':
      return <h1 style="margin:0 0 14px;font-size:22px;line-height:28px;color:#12202e;">{block.text}</h1>
    case 'subheading':
      return <h2 style="margin:22px 0 8px;font-size:17px;line-height:24px;color:#12202e;">{block.text}</h2>
    case 'paragraph':
      return <p style="margin:0 0 14px;white-space:pre-line;">{block.text}</p>
    case 'facts':
      return (
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 14px;">
          {block.rows.map(([label, value]) => (
            <tr>
              <td valign="top" width="34%" style={`padding:4px 10px 4px 0;${font}color:#5a6672;`}>
                {label}
              </td>
              <td valign="top" style={`padding:4px 0;${font}`}>
                {value}
              </td>
            </tr>
          ))}
        </table>
      )
    case 'quote':
      return (
        <blockquote style="margin:0 0 16px;padding:10px 14px;border-left:4px solid #2a6fb0;background:#f3f7fb;color:#1c2733;white-space:pre-line;overflow-wrap:anywhere;">
          {block.text}
        </blockquote>
      )
    case 'button':
      return (
        <>
          <table role="presentation" cellpadding="0" cellspacing="0" style="margin:4px 0 8px;">
            <tr>
              <td align="center" style="background:#1f5f9e;border-radius:6px;padding:13px 26px;">
                <a
                  href={block.url}
                  style="font-family:Arial,Helvetica,sans-serif;font-size:17px;font-weight:bold;color:#ffffff;text-decoration:none;"
                >
                  {block.label}
                </a>
              </td>
            </tr>
          </table>
          {block.note && (
            <p style="margin:0 0 16px;font-size:13px;line-height:19px;color:#5a6672;overflow-wrap:anywhere;">
              {block.note} <a href={block.url}>{block.url}</a>
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
              <a href={url} style="display:inline-block;padding:5px 0;color:#1f5f9e;">
                {label}
              </a>
            </>
          ))}
        </p>
      )
  }
}
