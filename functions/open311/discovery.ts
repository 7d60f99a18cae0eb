// Says where the endpoints are and in which formats they answer. Called by the handler.
import type { Request } from '../edge/http.ts'
import type { Region } from '../../regions/schema.ts'
import type { Value } from './render.ts'

/** When this changed last; clients read everything anew then. */
const CHANGESET = '2026-11-27T00:00:00Z'
const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2'

export function discoveryOf({ phone, production }: Region, { base }: Request): Value {
  return {
    changeset: CHANGESET,
    contact: `Telephone: ${phone}`,
    key_service: 'A key is given by the control centre: ask by telephone.',
    endpoints: [
      {
        specification: SPECIFICATION,
        url: `${base}/open311/v2`,
        changeset: CHANGESET,
        type: production ? 'production' : 'test',
        formats: ['text/xml', 'application/json'],
      },
    ],
  }
}
