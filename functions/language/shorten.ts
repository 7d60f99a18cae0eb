// Cuts a text to its beginning. Called where a list or a heading shows a part of what was written.

/** At most so many UTF-16 units and a mark that there is more; cut between words where there are some, and no character in two. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${space > most / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '')}…`
}
