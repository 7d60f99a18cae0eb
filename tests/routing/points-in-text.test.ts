// Coordinates and links to maps as people paste them; what only looks like coordinates is left alone.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pointsIn } from '../../functions/routing/points-in-text.ts'

const points = (text: string) => pointsIn(text).map(({ lat, lon, found }) => `${lat} ${lon} (${found})`)

test.each([
  ['geo:43.318,45.698', '43.318 45.698 (geo:43.318,45.698)'],
  ['geo:43.318,45.698;u=35', '43.318 45.698 (geo:43.318,45.698)'],
  ['geo:0,0?q=43.318,45.698(дом)', '43.318 45.698 (q=43.318,45.698)'],
  ['https://yandex.ru/maps/?ll=45.698%2C43.318&z=17', '43.318 45.698 (ll=45.698,43.318)'],
  ['https://yandex.ru/maps/1106/grozniy/?ll=45.1,43.1&pt=45.698,43.318,pm2&z=17', '43.318 45.698 (pt=45.698,43.318)'],
  [
    'https://yandex.ru/maps/?ll=45.1%2C43.1&whatshere%5Bpoint%5D=45.698%2C43.318&whatshere%5Bzoom%5D=17',
    '43.318 45.698 (whatshere[point]=45.698,43.318)',
  ],
  ['maps.yandex.ru/?text=43.318,45.698', '43.318 45.698 (text=43.318,45.698)'],
  ['https://yandex.ru/maps/?rtext=43.1,45.1~43.318,45.698', '43.318 45.698 (rtext=43.1,45.1~43.318,45.698)'],
  ['yandexnavi://build_route_on_map?lat_to=43.318&lon_to=45.698', '43.318 45.698 (lat_to=43.318&lon_to=45.698)'],
  ['https://www.google.com/maps/@43.318,45.698,17z', '43.318 45.698 (@43.318,45.698)'],
  ['https://www.google.ru/maps/place/X/@43.1,45.1,17z/data=!3d43.318!4d45.698', '43.318 45.698 (!3d43.318!4d45.698)'],
  ['(https://maps.google.com/?q=43.318,45.698).', '43.318 45.698 (q=43.318,45.698)'],
  ['https://www.google.com/maps/search/43.318,+45.698?entry=tts', '43.318 45.698 (search/43.318,+45.698)'],
  ['https://maps.apple.com/?ll=43.318,45.698', '43.318 45.698 (ll=43.318,45.698)'],
  ['https://2gis.ru/grozny?m=45.698%2C43.318%2F17', '43.318 45.698 (m=45.698,43.318)'],
  ['https://2gis.ru/grozny/geo/45.698%2C43.318?m=45.1%2C43.1%2F17', '43.318 45.698 (geo/45.698,43.318)'],
  ['https://2gis.ru/grozny/firm/7000000104/45.698%2C43.318', '43.318 45.698 (7000000104/45.698,43.318)'],
  ['https://www.openstreetmap.org/#map=17/43.318/45.698', '43.318 45.698 (map=17/43.318/45.698)'],
  ['https://www.openstreetmap.org/?mlat=43.318&mlon=45.698#map=5/1/1', '43.318 45.698 (mlat=43.318&mlon=45.698)'],
  ['яма тут: 43.318123, 45.698456', '43.318123 45.698456 (43.318123, 45.698456)'],
  ['43,318123 45,698456', '43.318123 45.698456 (43,318123 45,698456)'],
  ['Шир: 43.318 Долг: 45.698', '43.318 45.698 (Шир: 43.318 Долг: 45.698)'],
  ['долгота 45,698°, широта 43,318°', '43.318 45.698 (долгота 45,698°, широта 43,318°)'],
  ['lat=43.318; lng=45.698', '43.318 45.698 (lat=43.318; lng=45.698)'],
  ['43.3181° N, 45.6981° E', '43.3181 45.6981 (43.3181° N, 45.6981° E)'],
  ['43.3 с.ш. 45.7 в.д.', '43.3 45.7 (43.3 с.ш. 45.7 в.д.)'],
  ['64°25′12″ с. ш. 173°13′48″ з. д.', '64.42 -173.23 (64°25′12″ с. ш. 173°13′48″ з. д.)'],
])('%s', (text, expected) => expect(points(text)).toEqual([expected]))

test.each([
  'https://yandex.ru/maps/-/CDabc~12',
  'https://maps.app.goo.gl/abc123',
  'https://example.org/?ll=45.698,43.318',
  'https://yandex.ru/search/?text=яма',
  'geo:0,0',
  'шир. 43.318 и долг 5000',
  'шир 43, долг 45',
  'долг 45.5 шир 99.5',
  'не долг 45.5, поширь 43.5',
  'цена 43.31 и 45.69, 12.05 13.05',
  '8.9281234567, 12.05.2026 14.3000',
  '99.1234, 45.1234',
  'тел. 43.3181234512345678, 45.1',
  'http://yandex.ru/maps/?ll=%E0%A4%A',
])('nothing in %s', (text) => expect(points(text)).toEqual([]))

test('one point given twice is one, of many the first four', () => {
  const many = Array.from({ length: 9 }, (_, at) => `43.000${at}, 45.0000`)
  expect(points(`geo:43.5,45.5 и yandex.ru/maps/?ll=45.5,43.5`)).toEqual(['43.5 45.5 (geo:43.5,45.5)'])
  expect(points(many.join(' и '))).toHaveLength(4)
})

test('any text has points on the earth, with short quotes', () => {
  const part = fc.constantFrom(
    ...[
      'geo:',
      '43.31812',
      '45.69',
      ',',
      ' ',
      '°',
      '′',
      'N',
      'E',
      '-',
      '/',
      '%',
      'yandex.ru/maps/?ll=',
      '😀',
      '&pt=',
      '999',
    ],
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      for (const { lat, lon, found } of pointsIn(parts.join(''))) {
        expect(Math.abs(lat) <= 90 && Math.abs(lon) <= 180).toBe(true)
        expect(found.length <= 60 && found.isWellFormed()).toBe(true)
      }
    }),
  )
})
