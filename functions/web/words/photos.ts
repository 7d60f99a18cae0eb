// The words of the page of a case's photos. Read by functions/photos.
import { inEvery } from '../../../regions/languages.ts'
import type { PhotoFault } from '../../case/photo.ts'
import type { Confirmation } from './shape.ts'

interface PhotosWords {
  readonly title: string
  readonly none: string
  readonly of: (index: number, by: string, when: string) => string
  /** Who added it, as its reader calls them. */
  readonly by: Readonly<Record<'you' | 'citizen' | 'officials', string>>
  readonly remove: string
  readonly sure: string
  readonly removed: Confirmation
  readonly add: string
  readonly limits: (megabytes: number) => string
  readonly privacy: string
  /** When the citizen sees what an official adds. */
  readonly later: string
  readonly file: string
  readonly send: string
  readonly added: Confirmation
  readonly checking: Confirmation
  readonly again: string
  readonly refused: string
  readonly faults: Readonly<Record<PhotoFault, string>>
  readonly tooLarge: (megabytes: number) => string
  readonly noMore: string
  readonly back: string
}

export const photosWords = inEvery<PhotosWords>({
  ru: {
    title: 'Фотографии',
    none: 'Фотографий пока нет.',
    of: (index, by, when) => `Фотография ${index}, ${by}, ${when}`,
    by: { you: 'от вас', citizen: 'от жителя', officials: 'от исполнителя' },
    remove: 'Убрать эту фотографию',
    sure: 'Да, убрать: её больше никто не увидит',
    removed: { title: 'Фотография убрана', next: 'Её больше никто не увидит.' },
    add: 'Добавить фотографию',
    limits: (megabytes) => `JPEG, PNG или WebP, не больше ${megabytes} МБ, по одной, всего до десяти.`,
    privacy: 'Сведения о том, где и чем снято, мы из файла убираем. Лица и номера машин по возможности не снимайте.',
    later: 'Житель увидит фотографию вместе с ответом, когда его одобрит модератор.',
    file: 'Файл с фотографией',
    send: 'Отправить фотографию',
    added: { title: 'Фотография добавлена', next: 'Можно добавить ещё или вернуться.' },
    checking: { title: 'Фотография проверяется', next: 'Обычно это занимает несколько секунд.' },
    again: 'Посмотреть, добавлена ли она',
    refused: 'Фотография не добавлена',
    faults: {
      'not a picture': 'Это не JPEG, не PNG и не WebP. Сделайте снимок экрана с фотографией и отправьте его.',
      heic: 'Это формат HEIC. На iPhone: Настройки → Камера → Форматы → «Наиболее совместимый» — и снимите ещё раз, или отправьте снимок экрана.',
      animated: 'Движущиеся картинки мы не берём. Сделайте снимок экрана и отправьте его.',
      'too many pixels': 'На картинке больше 50 миллионов точек. Уменьшите её или отправьте снимок экрана.',
      broken: 'Файл повреждён и не открывается до конца. Отправьте его ещё раз.',
      'too large': 'Файл слишком большой. Уменьшите фотографию или отправьте снимок экрана.',
      case: 'Сейчас добавить фотографию нельзя: их уже десять, или дело ушло дальше.',
    },
    tooLarge: (megabytes) => `Файл больше ${megabytes} МБ. Выберите другой или отправьте снимок экрана.`,
    noMore: 'Добавить фотографию сейчас нельзя.',
    back: 'Вернуться',
  },
  en: {
    title: 'Photos',
    none: 'There are no photos yet.',
    of: (index, by, when) => `Photo ${index}, ${by}, ${when}`,
    by: { you: 'from you', citizen: 'from the citizen', officials: 'from the responder' },
    remove: 'Remove this photo',
    sure: 'Yes, remove it: nobody will see it any more',
    removed: { title: 'The photo is removed', next: 'Nobody will see it any more.' },
    add: 'Add a photo',
    limits: (megabytes) => `JPEG, PNG or WebP, no more than ${megabytes} MB, one at a time, ten at most.`,
    privacy: 'We remove from the file where and with what it was taken. Leave faces and number plates out if you can.',
    later: 'The citizen sees the photo together with the answer, once a moderator has approved it.',
    file: 'File with the photo',
    send: 'Send the photo',
    added: { title: 'The photo is added', next: 'You may add another or go back.' },
    checking: { title: 'The photo is being checked', next: 'This usually takes a few seconds.' },
    again: 'See whether it is added',
    refused: 'The photo is not added',
    faults: {
      'not a picture': 'This is no JPEG, PNG or WebP. Take a screenshot of the photo and send that.',
      heic: 'This is the format HEIC. On an iPhone: Settings → Camera → Formats → “Most Compatible”, and take it again, or send a screenshot.',
      animated: 'We take no moving pictures. Take a screenshot and send that.',
      'too many pixels': 'The picture has more than 50 million pixels. Make it smaller or send a screenshot.',
      broken: 'The file is damaged and does not open to its end. Send it again.',
      'too large': 'The file is too large. Make the photo smaller or send a screenshot.',
      case: 'No photo can be added now: there are ten already, or the case has moved on.',
    },
    tooLarge: (megabytes) => `The file has more than ${megabytes} MB. Choose another or send a screenshot.`,
    noMore: 'No photo can be added now.',
    back: 'Go back',
  },
})
