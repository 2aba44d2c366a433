import * as z from 'zod/mini';
import { contract } from './contract';
import { EventId, ProposalId, UnionId } from './ids';
import { MOST_CHOICES, mixerStates } from './match-kind';
import { MatchContact } from './match-profile';
import { matchmakers } from './match-sitting';
import { EpochMs } from './time';

export const MixerState = z.enum(mixerStates);

/** The number on somebody's chest, from 1. */
export const BadgeNo = z.int().check(z.minimum(1), z.maximum(400));

const CalledName = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'missing'),
    z.maxLength(8, 'too-long'),
    z.regex(/^[^\p{C}\u2028\u2029]*$/u, 'characters'),
  );

export const MixerView = z.object({
  eventId: EventId,
  title: z.string(),
  studioName: z.string(),
  state: MixerState,
  endsAt: EpochMs,
  /** Cards can be filled in and changed until then; null before it is known. */
  choosesUntil: z.nullable(EpochMs),
  /** One's own number; null before one has taken it. */
  number: z.nullable(z.int()),
  mayTakeBadge: z.boolean(),
  /** The others, by number, once cards can be filled in; empty without a badge of one's own. */
  others: z.array(z.object({ number: z.int(), calledName: z.string() })),
  /** One's own, while they can be changed. */
  choices: z.array(z.int()),
  /** Those who chose each other: nothing else is told of anybody's choice. */
  mutual: z.array(z.object({ number: z.int(), calledName: z.string(), proposalId: ProposalId })),
});
export type MixerView = z.infer<typeof MixerView>;

export const mixerActions = contract({
  showMixer: {
    caller: 'person',
    input: z.object({ eventId: EventId }),
    output: z.object({ mixer: MixerView }),
    refusals: ['mixer-not-found', 'not-registered'],
    roundTrips: 6,
  },
  /** Whoever was checked in at the event. Taking it again changes what one is called and how one is reached. */
  takeBadge: {
    caller: 'person',
    input: z.object({
      eventId: EventId,
      consent: z.string().check(z.maxLength(20)),
      calledName: CalledName,
      contact: MatchContact,
    }),
    output: z.object({ mixer: MixerView }),
    refusals: ['mixer-not-found', 'not-there', 'consent-text-changed', 'words-refused', 'too-late'],
    roundTrips: 14,
  },
  /** At most three; an empty list chooses nobody. Nobody learns how many cards were filled in. */
  saveChoices: {
    caller: 'person',
    input: z.object({ eventId: EventId, numbers: z.array(BadgeNo).check(z.maxLength(MOST_CHOICES, 'too-long')) }),
    output: z.object({ choices: z.array(z.int()) }),
    refusals: ['mixer-not-found', 'no-badge', 'not-choosing', 'number-unknown', 'own-number'],
    roundTrips: 4,
  },
  /** The badge, what was chosen and how one is reached go at once. */
  leaveMixer: {
    caller: 'person',
    input: z.object({ eventId: EventId }),
    output: z.object({ left: z.literal(true) }),
    refusals: ['mixer-not-found'],
    roundTrips: 8,
  },

  /** Events of the studio's union of the kind 联谊交友, those of the last weeks and those to come. */
  listMixers: {
    caller: matchmakers,
    input: z.object({ studioId: UnionId }),
    output: z.object({
      mixers: z.array(
        z.object({
          eventId: EventId,
          title: z.string(),
          startsAt: EpochMs,
          endsAt: EpochMs,
          /** Null where no numbers are handed out yet. */
          state: z.nullable(MixerState),
          /** Whether numbers may be handed out today: a mixer that is over without any, or not near yet, has none. */
          opening: z.enum(['now', 'too-early', 'too-late']),
          badges: z.int(),
          choosesUntil: z.nullable(EpochMs),
          /** Pairs that chose each other, once everybody was told. */
          pairs: z.nullable(z.int()),
        }),
      ),
    }),
    refusals: ['pledge-needed', 'studio-not-found', 'outside-your-studio'],
    roundTrips: 8,
  },
  /** Numbers are handed out from now on: from two hours before the event until a day after it. */
  openMixer: {
    caller: matchmakers,
    input: z.object({ studioId: UnionId, eventId: EventId }),
    output: z.object({ state: MixerState }),
    refusals: [
      'pledge-needed',
      'studio-not-found',
      'outside-your-studio',
      'event-not-found',
      'not-a-mixer',
      'too-early',
      'too-late',
    ],
    roundTrips: 10,
  },
  /** Cards are filled in from now on until that instant; then all hear at once. */
  openCards: {
    caller: matchmakers,
    input: z.object({ studioId: UnionId, eventId: EventId, until: EpochMs }),
    output: z.object({ state: MixerState, choosesUntil: EpochMs }),
    refusals: [
      'pledge-needed',
      'studio-not-found',
      'outside-your-studio',
      'mixer-not-found',
      'too-few',
      'until-wrong',
      'told-already',
    ],
    roundTrips: 10,
  },
});
