// The forms of a page as a browser would send them untouched: hidden and typed values, what is chosen beforehand, the button.
const decode = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
const attribute = (tag: string, name: string) => decode(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
const has = (tag: string, name: string) => new RegExp(`\\s${name}(=|\\s|/?>)`).test(tag)

/** The fields of each form by name, once for each of its buttons. */
export function formsIn(html: string): Record<string, string>[] {
  return (html.match(/<form[\s\S]*?<\/form>/g) ?? []).flatMap((form) => {
    const fields = [...inputsOf(form), ...areasOf(form), ...listsOf(form)]
    return buttonsOf(form).map((button) => Object.fromEntries([...fields, ...button]))
  })
}

function inputsOf(form: string): [string, string][] {
  const sent = (form.match(/<input[^>]*>/g) ?? []).filter(
    (tag) => !/type="(radio|checkbox)"/.test(tag) || has(tag, 'checked'),
  )
  return sent.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')])
}

function areasOf(form: string): [string, string][] {
  const areas = [...form.matchAll(/<textarea([^>]*)>\n?([\s\S]*?)<\/textarea>/g)]
  return areas.map(([, tag, text]) => [attribute(tag!, 'name'), decode(text!)])
}

function listsOf(form: string): [string, string][] {
  const lists = [...form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)]
  return lists.map(([, tag, inside]) => {
    const options = inside!.match(/<option[^>]*>/g) ?? []
    const chosen = options.find((option) => has(option, 'selected')) ?? options[0] ?? ''
    return [attribute(tag!, 'name'), attribute(chosen, 'value')]
  })
}

function buttonsOf(form: string): [string, string][][] {
  const buttons = form.match(/<button[^>]*>/g) ?? ['']
  return buttons.map((button) => (has(button, 'name') ? [[attribute(button, 'name'), attribute(button, 'value')]] : []))
}

/**
 * The forms of a page as a person would send them: every field has something in it, and each form comes once for each of its
 * buttons and for each choice that its longest list of choices offers.
 */
export function filledIn(html: string): Record<string, string>[] {
  return (html.match(/<form[\s\S]*?<\/form>/g) ?? []).flatMap((form) => {
    const choices = choicesOf(form)
    const times = Math.max(1, ...[...choices.values()].map((values) => values.length))
    return buttonsOf(form).flatMap((button) =>
      Array.from({ length: times }, (_, time) => {
        const chosen = [...choices].map(([name, values]) => [name, values[time % values.length]!] as const)
        return Object.fromEntries([...typedIn(form), ...chosen, ...button])
      }),
    )
  })
}

/** What one may choose, by field. */
function choicesOf(form: string): Map<string, string[]> {
  const choices = new Map<string, string[]>()
  for (const tag of form.match(/<input[^>]*type="(?:radio|checkbox)"[^>]*>/g) ?? []) {
    const name = attribute(tag, 'name')
    choices.set(name, [...(choices.get(name) ?? []), attribute(tag, 'value')])
  }
  for (const [, tag, inside] of form.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const values = (inside!.match(/<option[^>]*>/g) ?? []).map((option) => attribute(option, 'value')).filter(Boolean)
    if (values.length > 0) choices.set(attribute(tag!, 'name'), values)
  }
  return choices
}

function typedIn(form: string): [string, string][] {
  const typed = { hidden: '', email: 'novy@example.org', tel: '+7 900 000-00-00' } as Record<string, string>
  const inputs = (form.match(/<input[^>]*>/g) ?? []).filter((tag) => !/type="(radio|checkbox)"/.test(tag))
  return [
    ...inputs.map((tag): [string, string] => {
      const value = attribute(tag, 'value') || attribute(tag, 'max') || typed[attribute(tag, 'type')] || 'Слово'
      return [attribute(tag, 'name'), value]
    }),
    ...areasOf(form).map(([name, text]): [string, string] => [name, text || 'Яму засыпали 3 марта.']),
  ]
}
