// The guides of docs/api.md as HTML, with the whole programs behind them. What leads to another document of the repository becomes
// words. Part of the reference page.
import { readdirSync, readFileSync } from 'node:fs'
import { html, raw } from 'hono/html'
import { Marked } from 'marked'

const docs = new URL('../../docs/', import.meta.url)
const SAMPLES = 'samples/'

export interface Heading {
  readonly id: string
  readonly text: string
}

/** @example idOf('POST /v1/cases/{id}') is "post-v1-cases-id" */
export function idOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

/** The guides, of webhooks as well, without the document's title, and their headings. */
export function guides(): { readonly headings: readonly Heading[]; readonly body: string } {
  const headings: Heading[] = []
  const marked = new Marked({
    renderer: {
      heading({ depth, tokens, text }) {
        if (depth === 1) return ''
        if (depth === 2) headings.push({ id: idOf(text), text })
        return `<h${depth} id="${idOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>`
      },
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens)
        if (href === 'openapi.json') return `<a href="v1/openapi.json">${text}</a>`
        if (href === 'webhooks.md') return `<a href="#webhooks">${text}</a>`
        if (href.startsWith('api.md#')) return `<a href="${href.slice('api.md'.length)}">${text}</a>`
        return href.startsWith(SAMPLES) ? `<a href="#${idOf(href)}">${text}</a>` : text
      },
    },
  })
  const read = (name: string) => readFileSync(new URL(name, docs), 'utf8')
  // What stands on its own in the repository is a part here: each heading one deeper.
  const webhooks = read('webhooks.md').replaceAll(/^#(?=#* )/gm, '##')
  return { headings, body: marked.parse(`${read('api.md')}\n${webhooks}`, { async: false }) }
}

const languages: Readonly<Record<string, string>> = { sh: 'Shell', mjs: 'JavaScript', py: 'Python', php: 'PHP' }

/** The whole programs, each to be opened. */
export function samples() {
  const names = readdirSync(new URL(SAMPLES, docs)).sort()
  return names.map((name) => {
    const code = readFileSync(new URL(SAMPLES + name, docs), 'utf8')
    const language = languages[name.split('.').at(-1)!]
    return html`<details id="${idOf(SAMPLES + name)}">
      <summary>${language}</summary>
      <pre>${raw(escaped(code))}</pre>
    </details>`
  })
}

/** Without the indentation that a template gives its lines. */
function escaped(code: string): string {
  return code.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
