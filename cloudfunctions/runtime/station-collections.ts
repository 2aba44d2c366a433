import type { CollectionDefinition } from './collections';

/** The collections that the domain `station` writes: a part of the table in collections.ts. */
export const stationCollections = [
  {
    name: 'stations',
    writer: 'station',
    holds: 'The directory of stations: the form that staff keep, what people at the door say, and what queries need.',
    id: 'a short name that never changes',
    indexes: [
      { name: 'place', keys: [['place', '2dsphere']] },
      // The green sign's number is unique in a district; stations without one have a key of their own.
      { name: 'sign', keys: [['signKey', 1]], unique: true },
      // A lock opens for one station: nobody gives their own station another's door.
      { name: 'door', keys: [['doorKey', 1]], unique: true },
      { name: 'door-code', keys: [['doorCode', 1]], unique: true },
      { name: 'parent', keys: [['parentId', 1]] },
      { name: 'sign-number', keys: [['signNo', 1]] },
      { name: 'search', keys: [['grams', 1]] },
      {
        name: 'own',
        keys: [
          ['scope', 1],
          ['listKey', 1],
        ],
      },
      {
        name: 'attention',
        keys: [
          ['attention', 1],
          ['listKey', 1],
        ],
      },
      {
        name: 'figure',
        keys: [
          ['figures', 1],
          ['listKey', 1],
        ],
      },
      { name: 'tally', keys: [['tallies', 1]] },
      { name: 'unsettled', keys: [['unsettledAt', 1]] },
      { name: 'answered', keys: [['answeredAt', 1]] },
      { name: 'agreement', keys: [['outlet.agreedUntil', 1]] },
    ],
  },
  {
    name: 'station-changes',
    writer: 'station',
    holds: 'Who changed what about a station. Entries are added, never changed.',
    id: '<station>:<revision>',
    indexes: [
      {
        name: 'station',
        keys: [
          ['stationId', 1],
          ['revision', -1],
        ],
      },
    ],
  },
  {
    name: 'articles',
    writer: 'station',
    holds:
      'What unions publish: policies, news, announcements, for everybody or about one station; and who wrote them.',
    id: 'a and eleven letters, drawn from the request',
    indexes: [
      // `all`, `kind:<kind>` or `station:<id>`; none once it is taken back.
      {
        name: 'shelf',
        keys: [
          ['shelves', 1],
          ['listKey', -1],
        ],
      },
    ],
  },
  {
    name: 'station-tallies',
    writer: 'station',
    holds: 'Stations of one square of the map or one street, counted. Made anew from the stations themselves.',
    id: 'tile:<z>:<x>:<y> or street:<district>:<street>',
    indexes: [
      { name: 'parent', keys: [['parent', 1]] },
      { name: 'kind', keys: [['kind', 1]] },
    ],
  },
  {
    name: 'door-reports',
    writer: 'station',
    holds: 'Who reported a door locked or open, so that they can be told what happened. Cleared after 30 days.',
    id: '<station>:<round>:<person id>',
    indexes: [
      {
        name: 'reporter',
        keys: [
          ['reporterId', 1],
          ['at', -1],
        ],
      },
      { name: 'purge', keys: [['purgeAt', 1]] },
    ],
  },
  {
    name: 'station-use',
    writer: 'station',
    holds: 'A month of visits to a station as counters. Fingerprints of visitors only until the cool-down is over.',
    id: '<station>:<YYYY-MM>',
    indexes: [
      {
        name: 'month',
        keys: [
          ['scope', 1],
          ['month', 1],
          ['stationId', 1],
        ],
      },
      { name: 'purge', keys: [['purgeAt', 1]] },
    ],
  },
  {
    name: 'station-stock',
    writer: 'station',
    holds: 'Bottles of water at a station: how many are left, and how many were given out by month.',
    id: 'station id',
    indexes: [
      {
        name: 'own',
        keys: [
          ['scope', 1],
          ['_id', 1],
        ],
      },
      { name: 'purge', keys: [['purgeAt', 1]] },
    ],
  },
  {
    name: 'water-takes',
    writer: 'station',
    holds: 'Bottles that a person took today, under a fingerprint. Cleared after the day.',
    id: '<fingerprint of person and day>:<nth>',
    indexes: [{ name: 'purge', keys: [['purgeAt', 1]] }],
  },
  {
    name: 'door-grants',
    writer: 'station',
    holds: 'Who let themselves in at a door without staff. Cleared after 30 days.',
    id: 'nonce of the token',
    indexes: [
      { name: 'purge', keys: [['purgeAt', 1]] },
      {
        name: 'person',
        keys: [
          ['personId', 1],
          ['at', -1],
        ],
      },
    ],
  },
  {
    name: 'station-imports',
    writer: 'station',
    holds: 'Tables of stations on their way in: a head and its batches. Cleared after a day.',
    id: '<import>:head or <import>:<nth batch>',
    indexes: [
      {
        name: 'import',
        keys: [
          ['importKey', 1],
          ['nth', 1],
        ],
      },
      { name: 'unfinished', keys: [['unfinishedAt', 1]] },
      { name: 'purge', keys: [['purgeAt', 1]] },
    ],
  },
] as const satisfies readonly CollectionDefinition[];
