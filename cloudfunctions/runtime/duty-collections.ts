import type { CollectionDefinition } from './collections';

/** The collections that the domain `duty` writes: a part of the table in collections.ts. */
export const dutyCollections = [
  {
    name: 'volunteers',
    writer: 'duty',
    holds:
      'One volunteer: what they said of themselves, the places they have taken on, the head of their book of hours.',
    id: 'person id',
    indexes: [
      // `V` and eight digits: what colleagues and lists call them by.
      { name: 'number', keys: [['number', 1]], unique: true },
      // `station:…` and `union:…`: whose shifts they may take.
      {
        name: 'tags',
        keys: [
          ['tags', 1],
          ['number', 1],
        ],
      },
      // Unions whose heads owe them an answer; empty once they have it.
      {
        name: 'waiting',
        keys: [
          ['waitingFor', 1],
          ['since', 1],
        ],
      },
      // When a timer next follows the chain of their book.
      { name: 'verify', keys: [['verifyAt', 1]] },
    ],
  },
  {
    name: 'rosters',
    writer: 'duty',
    holds: 'The rules by which a station’s shifts are made, four weeks ahead.',
    id: 'station id',
    indexes: [{ name: 'make', keys: [['makeAt', 1]] }],
  },
  {
    name: 'shifts',
    writer: 'duty',
    holds: 'One shift at one station: who is needed, who has a place, what happened on it.',
    id: '`d` and eleven letters, drawn from station, template and day',
    indexes: [
      // `union:…` and `station:…` of those who may take it while somebody is wanted; empty otherwise.
      {
        name: 'open',
        keys: [
          ['openTo', 1],
          ['listKey', 1],
        ],
      },
      {
        name: 'station',
        keys: [
          ['stationId', 1],
          ['startsAt', 1],
        ],
      },
      // Unions whose heads see that somebody is wanted.
      {
        name: 'gaps',
        keys: [
          ['gapFor', 1],
          ['listKey', 1],
        ],
      },
      // Unions whose heads owe somebody an answer to an excuse.
      {
        name: 'waiting',
        keys: [
          ['waitingFor', 1],
          ['listKey', 1],
        ],
      },
      // When the timer must look: a gap comes near, somebody is late, a clock was forgotten, something is half done.
      { name: 'sweep', keys: [['sweepAt', 1]] },
    ],
  },
  {
    name: 'shift-swaps',
    writer: 'duty',
    holds: 'One volunteer asks another to exchange shifts, or to come in their place.',
    id: '`w` and eleven letters, drawn from the request',
    indexes: [
      {
        name: 'people',
        keys: [
          ['people', 1],
          ['askedAt', -1],
        ],
      },
      {
        name: 'waiting',
        keys: [
          ['waitingFor', 1],
          ['askedAt', 1],
        ],
      },
      { name: 'lapse', keys: [['lapsesAt', 1]] },
    ],
  },
  {
    name: 'hours-book',
    writer: 'duty',
    holds: 'Entries of the books of hours, each bound to the one before it. Added, never changed.',
    id: '<person id>:<shift or claim that it rests on>',
    indexes: [
      {
        name: 'person',
        keys: [
          ['personId', 1],
          ['seq', -1],
        ],
        unique: true,
      },
      {
        name: 'month',
        keys: [
          ['stationId', 1],
          ['month', 1],
        ],
      },
    ],
  },
  {
    name: 'hours-claims',
    writer: 'duty',
    holds: 'Hours that staff wrote by hand, until a second person has said yes or no.',
    id: '`w` and eleven letters, drawn from the request',
    indexes: [
      {
        name: 'waiting',
        keys: [
          ['waitingFor', 1],
          ['at', 1],
        ],
      },
    ],
  },
  {
    name: 'certificates',
    writer: 'duty',
    holds: 'Certificates of hours: asked for, issued, revoked.',
    id: '`w` and eleven letters, drawn from the request',
    indexes: [
      // `asked:<person>` before it is issued: nobody has two that wait.
      { name: 'code', keys: [['codeKey', 1]], unique: true },
      {
        name: 'person',
        keys: [
          ['personId', 1],
          ['askedAt', -1],
        ],
      },
      {
        name: 'waiting',
        keys: [
          ['waitingFor', 1],
          ['askedAt', 1],
        ],
      },
    ],
  },
  {
    name: 'upkeep',
    writer: 'duty',
    holds:
      'What is on a station’s shelf, what is to be done there, and what visitors said is broken or gone: counted by keyed fingerprints, not named.',
    id: 'station id',
    // The next day on which something on the shelf is out of date, or what visitors said that nobody was told of yet.
    indexes: [{ name: 'due', keys: [['dueAt', 1]] }],
  },
  {
    name: 'deliveries',
    writer: 'duty',
    holds: 'What was delivered to which station, and who gave it.',
    id: '`w` and eleven letters, drawn from the request',
    indexes: [
      {
        name: 'station',
        keys: [
          ['stationId', 1],
          ['at', -1],
        ],
      },
      // Unions whose heads add up what arrived in a year.
      {
        name: 'scope',
        keys: [
          ['scope', 1],
          ['at', 1],
        ],
      },
    ],
  },
  {
    name: 'incident-photos',
    writer: 'duty',
    holds: 'The picture of an incident, sealed, for 30 days.',
    id: '`w` and eleven letters, of the incident',
    indexes: [{ name: 'purge', keys: [['purgeAt', 1]] }],
  },
  {
    name: 'stewards',
    writer: 'duty',
    holds: 'Who looks after which station beside their work.',
    id: '`w` and eleven letters, drawn from station and person',
    indexes: [
      {
        name: 'station',
        keys: [
          ['stationId', 1],
          ['state', 1],
        ],
      },
      { name: 'person', keys: [['personId', 1]] },
      {
        name: 'waiting',
        keys: [
          ['waitingFor', 1],
          ['since', 1],
        ],
      },
    ],
  },
] as const satisfies readonly CollectionDefinition[];
