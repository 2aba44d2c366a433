/**
 * Every collection of the database: who writes it, what it holds, how it is found.
 *
 * The emulator, the provisioning script and docs/data.md are all made from this one table. A query that no index
 * here serves fails in tests, so a slow query is found before it is paid for.
 */

/** `1` ascending, `-1` descending, `'2dsphere'` for points on the map (GCJ-02 longitude, latitude). */
export type IndexDirection = 1 | -1 | '2dsphere';

export type IndexDefinition = {
  readonly name: string;
  readonly keys: readonly (readonly [field: string, direction: IndexDirection])[];
  /** A missing field counts as null, and two nulls collide: give every document of the collection a value. */
  readonly unique?: true;
};

export type CollectionDefinition = {
  readonly name: string;
  /** The only domain that may write it. */
  readonly writer: 'member' | 'review' | 'station';
  readonly holds: string;
  /** What `_id` is made of. */
  readonly id: string;
  readonly indexes: readonly IndexDefinition[];
};

export const collections = [
  {
    name: 'members',
    writer: 'member',
    holds:
      'One person: consents, the enrolment form and where it stands, the membership. Identity numbers and mobile numbers are sealed.',
    id: 'person id: a keyed fingerprint of the WeChat identity, never the identity itself',
    indexes: [
      // One living application or membership per ID card: `idcard:<fingerprint>` while it lives, `person:<id>` otherwise.
      { name: 'identity', keys: [['identityKey', 1]], unique: true },
      // The number on the card, or `none:<id>` before there is one.
      { name: 'card-number', keys: [['cardNumber', 1]], unique: true },
      // Sealed fields whose time is over; a timer clears them.
      { name: 'purge', keys: [['purgeAt', 1]] },
      // Cases still to be opened or closed after a crash between two writes; a timer does it.
      { name: 'unsettled', keys: [['unsettledAt', 1]] },
    ],
  },
  {
    name: 'unions',
    writer: 'member',
    holds: 'The union tree: each union, the unions above it, and whom it takes in.',
    id: 'a short name that never changes, e.g. beicai',
    indexes: [
      {
        name: 'level',
        keys: [
          ['level', 1],
          ['rank', 1],
        ],
      },
      // Whom a union takes in: `area:<id>`, `industry:<occupation>`, `employer:<code>`, `employer-name:<name>`.
      { name: 'serves', keys: [['serves', 1]] },
      // Tables of stations name their unions as people do.
      { name: 'name', keys: [['name', 1]] },
    ],
  },
  {
    name: 'staff',
    writer: 'member',
    holds: 'Roles of a person: which role, for which union, until when.',
    id: 'person id',
    indexes: [{ name: 'union', keys: [['unionIds', 1]] }],
  },
  {
    name: 'card-checks',
    writer: 'member',
    holds: 'Card codes that have been shown to somebody, so that a copied code is refused. Cleared after a day.',
    id: 'digest of the code',
    indexes: [{ name: 'purge', keys: [['purgeAt', 1]] }],
  },
  {
    name: 'cases',
    writer: 'review',
    holds: 'What waits for whom, until when: one case per decision that a union owes somebody.',
    id: '<kind>:<person id>:<round>',
    indexes: [
      // `queueKey` is due time and id while pending, decision time and id once closed: it pages without gaps.
      {
        name: 'queue',
        keys: [
          ['state', 1],
          ['scope', 1],
          ['queueKey', 1],
        ],
      },
      {
        name: 'moves-up',
        keys: [
          ['state', 1],
          ['movesUpAt', 1],
        ],
      },
      {
        name: 'subject',
        keys: [
          ['subjectId', 1],
          ['openedAt', -1],
        ],
      },
    ],
  },
  {
    name: 'ledger',
    writer: 'review',
    holds: 'Who looked at whose data and what for, and who did what on the roll. Entries are added, never changed.',
    id: 'random, or what makes two looks one: clerk, case and day',
    indexes: [
      {
        name: 'subject',
        keys: [
          ['subjectId', 1],
          ['at', -1],
        ],
      },
    ],
  },
  {
    name: 'stations',
    writer: 'station',
    holds: 'The directory of stations: the form that staff keep, what people at the door say, and what queries need.',
    id: 'a short name that never changes',
    indexes: [
      { name: 'place', keys: [['place', '2dsphere']] },
      // The green sign's number is unique in a district; stations without one have a key of their own.
      { name: 'sign', keys: [['signKey', 1]], unique: true },
      { name: 'door-code', keys: [['doorCode', 1]], unique: true },
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

export type CollectionName = (typeof collections)[number]['name'];
