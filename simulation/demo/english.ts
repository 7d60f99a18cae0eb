// The same in English, for regions whose pages speak it. Read by invent.ts.
import type { Themes, Tongue } from './theme.ts'

const themes: Themes = {
  'roads.pothole': {
    says: [
      'A deep pothole opened {on} after the thaw; buses drive round it on the wrong side.',
      'Three potholes in a row {on}. One cannot see them after dark.',
    ],
    done: ['The potholes were filled with hot asphalt, 14 square metres, and checked two days later.'],
  },
  'roads.stop': {
    says: ['The bus shelter {on} has lost its roof, people wait in the snow.'],
    done: ['The shelter has a new roof and a bench.'],
  },
  'roads.lighting': {
    says: ['Only one lamp of six works on the road {on}.'],
    done: ['Five lamps and a length of cable were replaced; the road is lit.'],
  },
  'transport.timetable': {
    says: ['The last bus {on} did not come two evenings in a row, though the timetable has it.'],
    done: ['The operator was fined for two missed trips; a second driver works evenings.'],
  },
  'housing.heating': {
    says: ['It is 14 degrees in the flat {on}, the radiators are barely warm and we have a baby.'],
    done: ['Air was let out of the riser and a valve replaced: 21 degrees in all flats.'],
  },
  'housing.entrance': {
    says: ['Nobody has cleaned the stairs {on} for weeks and the light is broken.'],
    done: ['The entrance was cleaned, lamps replaced; the cleaning days hang by the door.'],
  },
  'housing.repair': {
    says: ['The roof leaks {on}; after each thaw the wall of our flat is wet.'],
    done: ['The roof was covered anew over two flats; the tenants say it is dry.'],
  },
  'yards.lighting': {
    says: ['The street lamp {on} has been dark for a month.', 'The lamps {on} burn by day and go out at night.'],
    done: ['Lamp and ballast were replaced.', 'The timer was set; the lights come on at dusk.'],
  },
  'yards.playground': {
    says: ['The swing {on} is broken and a piece of metal sticks out.'],
    done: ['The swing was replaced and its feet set in concrete.'],
  },
  'yards.yard-cleaning': {
    says: ['The yard {on} has not been cleaned for two weeks.'],
    done: ['The yard was cleaned; the team now comes on Mondays and Thursdays.'],
  },
  'yards.storm-drain': {
    says: ['The storm drain {on} is blocked; water stands for days.'],
    done: ['120 metres of the drain and four wells were cleaned.'],
  },
  'yards.manhole': {
    says: ['A manhole is open {on}, right by the path to the school!'],
    done: ['The well was closed with a locked cover the same day.'],
  },
  'waste.collection': {
    says: ['Nobody has collected the rubbish {on} for four days.'],
    done: ['The bins were emptied this morning; the days are Tuesday, Thursday and Saturday.'],
  },
  'ecology.dump': {
    says: ['A dump grows behind the houses {on}: tyres and building waste.'],
    done: ['28 cubic metres were taken away and a camera was put up.'],
  },
  'animals.stray': {
    says: ['A pack of eight dogs {on} runs at children on their way to school.'],
    done: ['Six dogs were caught and taken to the shelter.'],
  },
  'energy.voltage': {
    says: ['Every evening the voltage {on} falls to 170; the fridge does not start.'],
    done: ['The load was divided between two phases; 221 volts were measured at 8 pm.'],
  },
  'communications.mobile': {
    says: ['No operator has a signal {on}; one cannot even call an ambulance.'],
    done: ['The operator set up the mast anew; three telephones were tried.'],
  },
  'animals.bears': {
    says: ['A bear comes to the bins {on} every night.'],
    done: ['The patrol drove it off and moved the bins; the patrol goes on for a week.'],
  },
}

const unclear: readonly string[] = [
  'How long must we put up with this? We called everybody and nobody answers.',
  'Please look at our part of the town, nothing is done {on}.',
]

const phrases = {
  question: ['Please say which entrance, or which side of the house.', 'Since when has this been so?'],
  reply: [
    'On the side of the shop, between the first and the second entrance.',
    'For two weeks, opposite the post office.',
  ],
  longer: ['Materials have to be bought; they come in a week.'],
  elsewhere: ['This part is not ours; we pass it on.'],
  unclear: ['Say what was done and when: the citizen asked about the date.'],
  noCase: ['This is an advertisement.'],
  pleased: ['Thank you, that was quick!', 'It works.', ''],
  displeased: ['Half of it was done.', 'Nobody came.'],
} as const

const streets = ['Sadovaya', 'Shkolnaya', 'Mira', 'Gagarina', 'Polyarnaya', 'Naberezhnaya'].map((name) => ({
  name: `${name} street`,
  on: `in ${name} street`,
}))

const people = ['Anna Etuvgi', 'Viktor Komarov', 'Galina Rultyn', 'Oleg Sergeev', 'Nina Tnagirgin', 'Pavel Vasiliev']

export const english: Tongue = {
  ...{ themes, unclear, phrases, streets, people },
  house: (number) => `by house ${number}`,
  address: (street, number) => `${number} ${street}`,
}
