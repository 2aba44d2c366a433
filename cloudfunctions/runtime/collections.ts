import { dutyCollections } from './duty-collections';
import { eventCollections } from './event-collections';
import { matchmakingCollections } from './matchmaking-collections';
import { stationCollections } from './station-collections';

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
  readonly writer: 'member' | 'review' | 'station' | 'event' | 'duty' | 'matchmaking' | 'notice';
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
  ...stationCollections,
  ...eventCollections,
  ...dutyCollections,
  ...matchmakingCollections,
] as const satisfies readonly CollectionDefinition[];

export type CollectionName = (typeof collections)[number]['name'];
