// What somebody wrote in lines is read in lines, in Outlook too, which knows no white-space.
import { expect, it } from 'vitest'
import { type Letter, letterHtml, letterText } from '../../functions/mail/blocks.tsx'
import { littleRegion } from '../little-region.ts'

it('lines of texts are broken by tags, and by no style', () => {
  const text = 'Первая строка\nвторая\n\nпоследняя <b>'
  const blocks: Letter['blocks'] = [
    { kind: 'paragraph', text },
    { kind: 'quote', text },
  ]
  const letter: Letter = { subject: '', preheader: '', blocks, footer: [] }
  const html = letterHtml(letter, 'ru', littleRegion())
  expect(html.split('Первая строка<br/>вторая<br/><br/>последняя &lt;b&gt;').length).toBe(3)
  expect(html).not.toContain('white-space')
  expect(letterText(letter)).toContain('Первая строка\nвторая\n\nпоследняя <b>')
})
