// A case's number in groups of a few characters, as it is read out over the telephone: "95 · 26 11 23 · 7K 4QF". Called by the page.
export function aloud(number: string): string {
  const [region = '', day = '', letters = ''] = number.split('-')
  return [region, day.replace(/(\d\d)(?=\d)/g, '$1 '), `${letters.slice(0, 2)} ${letters.slice(2)}`].join(' · ')
}
