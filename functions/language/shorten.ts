// Cuts a text to its beginning. Called where a mail, a list or a heading shows a part of what was written.
const segmenter = new Intl.Segmenter()
const BREAK = /[\s.,;:!?…]/

/**
 * The first words of a text, of at most so many UTF-16 units: no character and, where there are words, no word in two, and
 * no comma or full stop at the end of what was cut. Text that is short enough stays as it is.
 */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text
  const whole = text.slice(0, segmenter.segment(text).containing(most)!.index)
  const words = BREAK.test(text[whole.length]!) ? whole : whole.replace(/\s+\S{0,40}$/, '')
  return words.replace(/[\s.,;:!?…–—-]+$/, '')
}

/** The same with a mark that there is more. */
export function shorten(text: string, most: number): string {
  const begun = beginning(text, most)
  return begun === text ? text : `${begun}…`
}
