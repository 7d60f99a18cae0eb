// Breaks a long sentence into lines of a terminal, the later ones indented under the first. Called by the parts of the
// account.
/** As wide as people's terminals mostly are. */
const WIDTH = 119

export function wrapped(text: string, bullet = ''): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)!} ${word}`.trimStart()
    if (bullet.length + longer.length > WIDTH) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines.map((line, index) => (index === 0 ? bullet : ' '.repeat(bullet.length)) + line)
}

/** A line that may not be longer than a terminal is wide. */
export function cut(line: string, width = WIDTH): string {
  return line.length > width ? `${line.slice(0, width - 1)}…` : line
}
