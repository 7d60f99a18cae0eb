// An invented region for the routing tests: a city with a district of the same name around it, a town inside its
// district, a village name that two districts share, topics that compete, topics with a season.
import { type Region, regionFile } from '../../regions/schema.ts'

const ru = (text: string) => ({ ru: text })
const person = (id: string) => ({ id, name: 'Имя Фамилия', email: `${id}@sample.example` })
const terms = (unit: 'working hours' | 'working days') => ({
  moderation: { amount: 2, unit },
  assignment: { amount: 2, unit },
  acceptance: { amount: 4, unit },
  firstResponse: { amount: 9, unit },
  finalAnswer: { amount: 20, unit },
  finalAfterInterim: { amount: 20, unit },
  answerReview: { amount: 4, unit },
  clarification: { amount: 3, unit },
  rating: { amount: 14, unit },
})

function body(id: string, kind: 'municipality' | 'regional' | 'institution', municipality?: string) {
  const people = { responder: person(`${id}-1`), deputy: person(`${id}-2`), supervisor: person(`${id}-3`) }
  return { id, name: ru(id), kind, ...(municipality ? { municipality } : {}), ...people }
}

const extension = { max: 1, term: { amount: 7, unit: 'working days' }, grantedBy: 'operator' }
const clarification = { max: 2, onSilence: 'close' }
const place = (id: string, name: string, lat: number, lon: number, radiusKm: number, aliases: string[] = []) => ({
  id,
  name: ru(name),
  centre: { lat, lon },
  radiusKm,
  aliases,
})

const file = regionFile.parse({
  code: '99',
  name: ru('Лесогорская область'),
  languages: ['ru'],
  timeZone: 'Europe/Moscow',
  aws: { region: 'eu-central-1' },
  mail: { domain: 'sample.example', from: 'a@sample.example', replyTo: 'a@sample.example', displayName: 'Отклик' },
  phone: '+7 000 000-00-00',
  routing: { modes: { '*': 'auto' } },
  alarmRecipients: ['a@sample.example'],
  retention: { personalDataDays: 365, auditDays: 1095 },
  calendar: {
    base: 'ru',
    workingHours: { mon: ['09:00-18:00'], tue: ['09:00-18:00'], wed: [], thu: [], fri: [], sat: [], sun: [] },
  },
  municipalities: [
    place('lesogorsk', 'город Лесогорск', 55, 40, 10, ['Заречный округ', 'проспект Строителей']),
    place('lesogorsky', 'Лесогорский район', 55.05, 40.4, 35),
    place('ozersky', 'Озёрский район', 54.6, 40.9, 35),
    place('ozyory', 'город Озёры', 54.6, 41.1, 5),
    place('stepnoy', 'Степной муниципальный район', 54.2, 39.2, 35),
    place('dmitrov', 'город Дмитров', 55.6, 41.5, 5),
  ],
  settlements: [
    { name: 'Верхние Вязы', municipalities: ['ozersky'] },
    { name: 'Клюква', municipalities: ['lesogorsky'] },
    { name: 'Полевая', municipalities: ['stepnoy'] },
    { name: 'Медвенка', kind: 'посёлок', municipalities: ['stepnoy'] },
    { name: 'Михайловка', municipalities: ['ozersky', 'stepnoy'] },
  ],
  organisations: [
    ...['lesogorsk', 'lesogorsky', 'ozersky', 'ozyory', 'stepnoy', 'dmitrov'].map((id) =>
      body(`${id}-town-hall`, 'municipality', id),
    ),
    body('city-roads', 'institution', 'lesogorsk'),
    body('regional-health', 'regional'),
  ],
  topicGroups: [
    { id: 'roads', name: ru('Дороги') },
    { id: 'yards', name: ru('Дворы') },
    { id: 'health', name: ru('Здоровье') },
  ],
  topics: [
    { id: 'roads.pothole', name: ru('Ямы'), keywords: ['яма на дороге', 'ямы', 'выбоина'], notKeywords: ['вымыть'] },
    { id: 'roads.marking', name: ru('Разметка'), keywords: ['дорожная разметка', 'стёрлась разметка'] },
    {
      id: 'yards.snow',
      name: ru('Снег'),
      keywords: ['сугробы', 'не чистят снег'],
      season: { from: '11-08', to: '04-15' },
    },
    { id: 'yards.grass', name: ru('Трава'), keywords: ['борщевик'], season: { from: '05-01', to: '10-31' } },
    { id: 'yards.light', name: ru('Освещение'), keywords: ['фонарь', 'не горит свет'] },
    { id: 'health.care', name: ru('Помощь'), keywords: ['поликлиника', 'запись к врачу'] },
    { id: 'health.drugs', name: ru('Лекарства'), keywords: ['инсулин', 'льготные лекарства'] },
  ],
  routes: [
    { topics: ['health.*'], organisation: 'regional-health' },
    { topics: ['roads.*'], municipalities: ['lesogorsk'], organisation: 'city-roads' },
    { topics: ['*'], organisation: 'municipality' },
  ],
  policy: {
    version: '99-1',
    terms: { message: terms('working hours'), statutory: terms('working days') },
    reminders: {
      warnings: [{ at: 0.8 }],
      escalations: [{ after: { amount: 0, unit: 'working hours' }, to: 'deputy' }],
    },
    quietHours: { from: '20:00', to: '08:00', digestAt: '08:30' },
    extension: { message: extension, statutory: extension },
    clarification: { message: clarification, statutory: clarification },
    reopening: { max: 2, windowDays: 30 },
  },
  operators: [person('operator')],
  moderators: [person('moderator')],
})

export const sampleRegion: Region = { ...file, stage: 'prod', federalCalendar: {} }
