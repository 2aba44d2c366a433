import type { CollectionDefinition } from './collections';

/**
 * The collections that the domain `matchmaking` writes: a part of the table in collections.ts. What people say of
 * themselves and of each other is sealed in every one of them.
 */
export const matchmakingCollections = [
  {
    name: 'match-studios',
    writer: 'matchmaking',
    holds: 'A matchmaking studio: where and when it sits.',
    id: 'union id',
    indexes: [{ name: 'make', keys: [['makeAt', 1]] }],
  },
  {
    name: 'match-profiles',
    writer: 'matchmaking',
    holds: 'One person in the pool of one studio: what they said of themselves, sealed, and what they agreed to.',
    id: 'person id',
    indexes: [
      // `m…`, drawn anew whenever somebody joins: what everybody else knows them by.
      { name: 'profile', keys: [['profileId', 1]], unique: true },
      // Whoever was thought of longest ago first: a pool larger than one read holds loses nobody for good.
      {
        name: 'studio',
        keys: [
          ['studioId', 1],
          ['lastProposedAt', 1],
        ],
      },
      // The studio while something waits to be looked at; empty otherwise.
      { name: 'held', keys: [['heldFor', 1]] },
      // When the timer must look: it runs out, it is to be renewed, it goes.
      { name: 'due', keys: [['dueAt', 1]] },
    ],
  },
  {
    name: 'match-photos',
    writer: 'matchmaking',
    holds: 'The picture of a profile and a very small one of the same, sealed.',
    id: 'profile id',
    indexes: [],
  },
  {
    name: 'match-sittings',
    writer: 'matchmaking',
    holds: 'One day on which a studio sits, with everybody’s appointment.',
    id: '<union id>:<day>',
    indexes: [
      {
        name: 'studio',
        keys: [
          ['studioId', 1],
          ['startsAt', 1],
        ],
      },
      // Everybody who has an appointment on that day.
      { name: 'people', keys: [['people', 1]] },
      { name: 'due', keys: [['dueAt', 1]] },
    ],
  },
  {
    name: 'match-bookings',
    writer: 'matchmaking',
    holds: 'The appointment that somebody has: one at a time.',
    id: 'person id',
    indexes: [{ name: 'purge', keys: [['purgeAt', 1]] }],
  },
  {
    name: 'match-pledges',
    writer: 'matchmaking',
    holds: 'A matchmaker’s pledge of confidentiality.',
    id: 'person id',
    indexes: [{ name: 'until', keys: [['until', 1]] }],
  },
  {
    name: 'match-proposals',
    writer: 'matchmaking',
    holds: 'A proposal to two people. Answers are sealed, all of one length, and go when its day has come.',
    id: '`q` and eleven letters, drawn from the request',
    indexes: [
      {
        name: 'people',
        keys: [
          ['people', 1],
          ['proposedAt', -1],
        ],
      },
      {
        name: 'studio',
        keys: [
          ['studioId', 1],
          ['listKey', -1],
        ],
      },
      // When the next follow-up of a pair is due; `NEVER` when none is.
      {
        name: 'follow-up',
        keys: [
          ['studioId', 1],
          ['followUpAt', 1],
        ],
      },
      { name: 'due', keys: [['dueAt', 1]] },
    ],
  },
  {
    name: 'match-pairs',
    writer: 'matchmaking',
    holds: 'Two people who are not to be proposed to each other. It says neither who they are, nor why, nor how long.',
    id: 'keyed fingerprint of the two, in no order',
    // When the timer looks whether it still holds: the same for all.
    indexes: [{ name: 'look', keys: [['lookAt', 1]] }],
  },
  {
    name: 'match-bars',
    writer: 'matchmaking',
    holds:
      'Somebody whom an administrator took out of the pool after a report, by a keyed fingerprint; three years at most.',
    id: 'keyed fingerprint of the person',
    indexes: [],
  },
  {
    name: 'match-leavings',
    writer: 'matchmaking',
    holds:
      'Somebody who left: what is still to be erased, sealed, for a quarter of an hour. Who it was cannot be read.',
    id: 'keyed fingerprint of the profile',
    indexes: [
      { name: 'person', keys: [['personKey', 1]] },
      { name: 'due', keys: [['dueAt', 1]] },
    ],
  },
  {
    name: 'match-looks',
    writer: 'matchmaking',
    holds: 'Who looked at somebody’s profile, for that person to read.',
    id: 'random',
    indexes: [
      {
        name: 'subject',
        keys: [
          ['subjectId', 1],
          ['listKey', -1],
        ],
      },
      { name: 'purge', keys: [['purgeAt', 1]] },
    ],
  },
  {
    name: 'match-notes',
    writer: 'matchmaking',
    holds: 'What a matchmaker wrote down about somebody, sealed, for the writer alone.',
    id: '`w` and eleven letters, drawn from the request',
    indexes: [
      {
        name: 'profile',
        keys: [
          ['profileId', 1],
          ['at', -1],
        ],
      },
    ],
  },
  {
    name: 'match-reports',
    writer: 'matchmaking',
    holds: 'What somebody reported about another, with what was shown to them, sealed.',
    id: '`w` and eleven letters, drawn from the request',
    indexes: [
      {
        name: 'waiting',
        keys: [
          ['waitingFor', 1],
          ['at', 1],
        ],
      },
      {
        name: 'scope',
        keys: [
          ['scope', 1],
          ['at', -1],
        ],
      },
      { name: 'subject', keys: [['subjectKey', 1]] },
      { name: 'due', keys: [['dueAt', 1]] },
    ],
  },
  {
    name: 'match-mixers',
    writer: 'matchmaking',
    holds: 'The numbers and the cards of a mixer. Choices are sealed, all of one length, and go when all are told.',
    id: 'event id',
    indexes: [
      {
        name: 'studio',
        keys: [
          ['studioId', 1],
          ['endsAt', -1],
        ],
      },
      { name: 'people', keys: [['people', 1]] },
      { name: 'due', keys: [['dueAt', 1]] },
    ],
  },
] as const satisfies readonly CollectionDefinition[];
