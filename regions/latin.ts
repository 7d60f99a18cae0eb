// Writes Russian names with Latin letters, for the ids of what a list names. Called by region:new and the console’s directory.
const cyrillic = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'
const latin = 'a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya'.split(' ')
const letters = new Map([...cyrillic].map((letter, at) => [letter, latin[at]!]))

/** "Урус-Мартановский район" is "urus-martanovskiy-rayon". */
export function latinId(name: string): string {
  return [...name.toLowerCase()]
    .map((letter) => letters.get(letter) ?? letter)
    .join('')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '')
}
