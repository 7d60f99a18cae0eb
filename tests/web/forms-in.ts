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
