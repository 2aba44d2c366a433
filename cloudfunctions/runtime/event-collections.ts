import type { CollectionDefinition } from './collections';

/** The collections that the domains `event` and `notice` write: a part of the table in collections.ts. */
export const eventCollections = [
  {
    name: 'events',
    writer: 'event',
    holds: 'One event: what staff wrote, where it stands, and who holds its places.',
    id: '`e` and eleven letters, drawn from the request or from series and day',
    indexes: [
      // `all`, `kind:…`, `street:…`, `station:…`, `programme:…` while it is listed, nothing otherwise.
      {
        name: 'listed',
        keys: [
          ['tags', 1],
          ['listKey', 1],
        ],
      },
      {
        name: 'desk',
        keys: [
          ['scope', 1],
          ['phase', 1],
          ['listKey', 1],
        ],
      },
      {
        name: 'series',
        keys: [
          ['seriesId', 1],
          ['startsAt', 1],
        ],
      },
      // A campaign is added up over those that are over, too.
      {
        name: 'programme',
        keys: [
          ['programme', 1],
          ['listKey', 1],
        ],
      },
      // Letters of the code that its host shows.
      { name: 'code', keys: [['code', 1]], unique: true },
      // When the timer must look: an offer ends, registration closes, an event is over, something is half done.
      { name: 'sweep', keys: [['sweepAt', 1]] },
    ],
  },
  {
    name: 'registrations',
    writer: 'event',
    holds: 'One person’s place, or wait, at one event. Names, children and sensitive answers are sealed.',
    id: '<event>:<person id>',
    indexes: [
      {
        name: 'line',
        keys: [
          ['eventId', 1],
          ['state', 1],
          ['orderKey', 1],
        ],
      },
      {
        name: 'event',
        keys: [
          ['eventId', 1],
          ['orderKey', 1],
        ],
      },
      {
        name: 'person',
        keys: [
          ['personId', 1],
          ['endsAt', -1],
        ],
      },
      { name: 'lot', keys: [['lot', 1]], unique: true },
      { name: 'purge', keys: [['purgeAt', 1]] },
    ],
  },
  {
    name: 'event-attendance',
    writer: 'event',
    holds: 'Who came to an event, and what they thought of it, with the counters of both.',
    id: 'event id',
    // A case still to be opened, closed or told of after a crash; a timer does it.
    indexes: [{ name: 'unsettled', keys: [['unsettledAt', 1]] }],
  },
  {
    name: 'event-guests',
    writer: 'event',
    holds: 'Events that a person did not come to without a word, for 60 days.',
    id: 'person id',
    indexes: [{ name: 'purge', keys: [['purgeAt', 1]] }],
  },
  {
    name: 'zone-diaries',
    writer: 'event',
    holds: 'Which event has a room of a station when.',
    id: '<station>.<zone>',
    indexes: [],
  },
  {
    name: 'event-series',
    writer: 'event',
    holds: 'Events that come again: the rule, what comes in turn, and which dates were made.',
    id: '`s` and eleven letters',
    indexes: [
      {
        name: 'desk',
        keys: [
          ['scope', 1],
          ['_id', 1],
        ],
      },
      { name: 'make', keys: [['makeAt', 1]] },
    ],
  },
  {
    name: 'event-draws',
    writer: 'event',
    holds: 'Entries of a draw as everybody may read them, a thousand a document, in the order of their numbers.',
    id: '<event>:<digest of all entries>:<nth thousand>',
    indexes: [],
  },
  {
    name: 'event-exports',
    writer: 'event',
    holds: 'Who asked for a table of registrants, what for, and who agreed. Never the table itself.',
    id: '<event>:<nth>',
    indexes: [
      {
        name: 'event',
        keys: [
          ['eventId', 1],
          ['askedAt', -1],
        ],
      },
      // Those whose time is over; a timer writes it down and takes them out of the queue.
      {
        name: 'over',
        keys: [
          ['isOver', 1],
          ['expiresAt', 1],
        ],
      },
      { name: 'purge', keys: [['purgeAt', 1]] },
    ],
  },
  {
    name: 'notices',
    writer: 'notice',
    holds: 'What the union told somebody: their inbox. Cleared after 180 days.',
    id: 'what it says, of what, to whom: a retry tells nobody twice',
    indexes: [
      {
        name: 'inbox',
        keys: [
          ['personId', 1],
          ['listKey', -1],
        ],
      },
      {
        name: 'unread',
        keys: [
          ['personId', 1],
          ['isRead', 1],
          ['listKey', -1],
        ],
      },
      // For what a domain takes back when somebody leaves it.
      {
        name: 'kind',
        keys: [
          ['personId', 1],
          ['kind', 1],
        ],
      },
      { name: 'purge', keys: [['purgeAt', 1]] },
    ],
  },
] as const satisfies readonly CollectionDefinition[];
