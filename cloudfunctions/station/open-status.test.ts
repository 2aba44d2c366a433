import * as fc from 'fast-check';
import type { Closure, OpenReason, OpenStatus } from '../../types/opening';
import { EpochMs } from '../../types/time';
import type { OpenFacts } from './open-status';
import { REASONS_SHOWN, statusOf } from './open-status';
import { aSession, anOpening, clock, openings } from './opening-hours-samples';
import type { Witness } from './witnesses';
import { LOCKED_LIFE_MS, OPEN_LIFE_MS, isStale } from './witnesses';

const MINUTE_MS = 60_000;
const at = (time: string): EpochMs => EpochMs.parse(Date.parse(`2026-03-09T${time}+08:00`));
const later = (instant: EpochMs, ms: number): EpochMs => EpochMs.parse(instant + ms);

/** An ordinary Monday; the door was to be opened at nine. */
const noon = at('12:00');
const nineToFive = anOpening([aSession({ from: clock('9:00'), until: clock('17:00') })]);
const evenings = anOpening([aSession({ from: clock('18:00'), until: clock('20:00') })]);
const unknown = anOpening([]);
const facts = (more: Partial<OpenFacts> = {}): OpenFacts => ({
  opening: nineToFive,
  closure: null,
  onDuty: null,
  witnesses: [],
  ...more,
});
const onDuty = { since: at('08:55') };
const works: Closure = { from: at('10:00'), until: at('15:00'), reason: '管道维修' };

/** "locked door, open, open door": one person each, a minute apart, the last of them five minutes ago. */
const heard = (text: string): Witness[] =>
  text
    .split(', ')
    .filter((said) => said !== '')
    .map((said, nth, all) => ({
      says: said.startsWith('locked') ? 'locked' : 'open',
      at: later(noon, (nth - all.length - 4) * MINUTE_MS),
      atTheDoor: said.endsWith('door'),
    }));
const stateOf = (more: Partial<OpenFacts>, now = noon): OpenStatus['state'] => statusOf(facts(more), now).state;
const because = (more: Partial<OpenFacts>): string[] =>
  statusOf(facts(more), noon).reasons.map((reason) =>
    'people' in reason ? `${reason.because} ${reason.people}` : reason.because,
  );

const wordsAgainstTheTable = [
  ['', 'open', ['by-rule-open']],
  ['open', 'open', ['by-rule-open']],
  ['open door', 'open', ['confirmed 1', 'by-rule-open']],
  ['locked', 'doubtful', ['reported-locked 1', 'by-rule-open']],
  ['locked door', 'doubtful', ['reported-locked 1', 'by-rule-open']],
  ['locked, locked', 'doubtful', ['reported-locked 2', 'by-rule-open']],
  ['locked, locked door', 'closed', ['reported-locked 2', 'by-rule-open']],
  ['locked, locked, locked', 'closed', ['reported-locked 3', 'by-rule-open']],
  ['locked, open', 'doubtful', ['reported-locked 1', 'confirmed 1', 'by-rule-open']],
  ['locked door, locked door, open', 'doubtful', ['reported-locked 2', 'confirmed 1', 'by-rule-open']],
  ['locked door, locked door, open door', 'doubtful', ['reported-locked 2', 'confirmed 1', 'by-rule-open']],
  ['locked door, open door', 'open', ['confirmed 1', 'by-rule-open']],
  ['locked door, locked door, locked door, open, open', 'open', ['confirmed 2', 'by-rule-open']],
  ['open door, open door, locked', 'doubtful', ['reported-locked 1', 'by-rule-open']],
  ['open door, open door, locked, locked door', 'closed', ['reported-locked 2', 'by-rule-open']],
  ['locked door, open door, locked', 'doubtful', ['reported-locked 1', 'by-rule-open']],
  ['locked door, open, locked', 'closed', ['reported-locked 2', 'by-rule-open']],
] as const;

const wordsAgainstDuty = [
  ['', 'open', ['on-duty', 'by-rule-open']],
  ['locked door', 'open', ['on-duty', 'reported-locked 1', 'by-rule-open']],
  ['locked, locked door', 'doubtful', ['reported-locked 2', 'on-duty', 'by-rule-open']],
  ['locked, locked, locked', 'doubtful', ['reported-locked 3', 'on-duty', 'by-rule-open']],
  ['locked, locked, locked door', 'closed', ['reported-locked 3', 'on-duty', 'by-rule-open']],
  ['locked, locked, locked, locked', 'closed', ['reported-locked 4', 'on-duty', 'by-rule-open']],
  ['locked, locked, open door, locked door', 'doubtful', ['reported-locked 3', 'on-duty', 'by-rule-open']],
  ['locked, open', 'open', ['on-duty', 'confirmed 1', 'reported-locked 1']],
  ['locked, locked, open door', 'doubtful', ['reported-locked 2', 'on-duty', 'confirmed 1']],
  [
    'locked door, locked door, locked door, locked door, open',
    'doubtful',
    ['reported-locked 4', 'on-duty', 'confirmed 1'],
  ],
  ['locked door, locked door, locked door, open, open', 'open', ['on-duty', 'confirmed 2', 'by-rule-open']],
] as const;

const wordsOutsideHours = [
  ['', 'closed', ['by-rule-closed']],
  ['open', 'closed', ['by-rule-closed']],
  ['open door', 'doubtful', ['confirmed 1', 'by-rule-closed']],
  ['open, open', 'open', ['confirmed 2', 'by-rule-closed']],
  ['locked door, locked door', 'closed', ['by-rule-closed']],
  ['open, open, locked door', 'open', ['confirmed 2', 'by-rule-closed']],
  ['open door, locked door, locked door', 'doubtful', ['confirmed 1', 'by-rule-closed']],
] as const;

const wordsWithoutHours = [
  ['', 'doubtful', ['hours-unknown']],
  ['open', 'doubtful', ['hours-unknown']],
  ['open door', 'open', ['confirmed 1', 'hours-unknown']],
  ['open, open', 'open', ['confirmed 2', 'hours-unknown']],
  ['locked door', 'doubtful', ['reported-locked 1', 'hours-unknown']],
  ['locked, locked door', 'closed', ['reported-locked 2', 'hours-unknown']],
  ['open door, locked', 'doubtful', ['reported-locked 1', 'hours-unknown']],
  ['locked, open door', 'open', ['confirmed 1', 'hours-unknown']],
] as const;

describe('a station that the table says is open', () => {
  it.each(wordsAgainstTheTable)('after "%s" is %s', (words, state, reasons) => {
    expect(stateOf({ witnesses: heard(words) })).toBe(state);
    expect(because({ witnesses: heard(words) })).toEqual(reasons);
  });
});

describe('a station with somebody on duty', () => {
  it.each(wordsAgainstDuty)('after "%s" is %s', (words, state, reasons) => {
    expect(stateOf({ onDuty, witnesses: heard(words) })).toBe(state);
    expect(because({ onDuty, witnesses: heard(words) })).toEqual(reasons);
  });

  it.each([
    ['outside its hours', evenings],
    ['whose hours nobody wrote down', unknown],
  ])('is open %s', (_which, opening) => {
    expect(stateOf({ onDuty, opening })).toBe('open');
    expect(stateOf({ onDuty, opening, witnesses: heard('locked, locked') })).toBe('doubtful');
  });
});

describe('a station that the table says is closed', () => {
  it.each(wordsOutsideHours)('after "%s" is %s', (words, state, reasons) => {
    expect(stateOf({ opening: evenings, witnesses: heard(words) })).toBe(state);
    expect(because({ opening: evenings, witnesses: heard(words) })).toEqual(reasons);
  });
});

describe('a station whose hours nobody wrote down', () => {
  it.each(wordsWithoutHours)('after "%s" is %s', (words, state, reasons) => {
    expect(stateOf({ opening: unknown, witnesses: heard(words) })).toBe(state);
    expect(because({ opening: unknown, witnesses: heard(words) })).toEqual(reasons);
  });
});

describe('an announced closure', () => {
  it('wins over duty, table and two people at the door, who are told of all the same', () => {
    const all = { closure: works, onDuty, witnesses: heard('open door, open door') };
    expect(stateOf(all)).toBe('closed');
    expect(because(all)).toEqual(['closure', 'on-duty', 'confirmed 2']);
  });

  it('begins on its first millisecond and is over exactly at its end', () => {
    const state = (instant: EpochMs): string => stateOf({ closure: works }, instant);
    expect(state(later(works.from, -1))).toBe('open');
    expect(state(works.from)).toBe('closed');
    expect(state(later(works.until, -1))).toBe('closed');
    expect(state(works.until)).toBe('open');
  });
});

describe('an open statement', () => {
  const open = (time: string): Witness => ({ says: 'open', at: at(time), atTheDoor: true });

  it('made before closing time says nothing of the hour after it', () => {
    const witnesses = [open('16:50'), open('16:52')];
    expect(stateOf({ witnesses }, at('16:59'))).toBe('open');
    expect(stateOf({ witnesses }, at('17:00'))).toBe('closed');
    expect(stateOf({ witnesses: [...witnesses, open('17:05')] }, at('17:10'))).toBe('doubtful');
    expect(stateOf({ witnesses: [open('17:05'), open('17:06')] }, at('17:10'))).toBe('open');
  });
});

describe('a locked statement', () => {
  const locked = (time: string): Witness => ({ says: 'locked', at: at(time), atTheDoor: true });

  it('counts for two hours, one millisecond less than which is still in', () => {
    const witnesses = [locked('09:30')];
    expect(stateOf({ witnesses }, at('11:29:59.999'))).toBe('doubtful');
    expect(stateOf({ witnesses }, at('11:30'))).toBe('open');
  });

  it('ends when the table next has the door opened, and counts from that very millisecond on', () => {
    expect(stateOf({ witnesses: [locked('08:59:59.999')] }, at('09:05'))).toBe('open');
    expect(stateOf({ witnesses: [locked('09:00')] }, at('09:05'))).toBe('doubtful');
  });

  it('is not ended by a session that only carries on the one before', () => {
    const opening = anOpening([
      aSession({ from: clock('9:00'), until: clock('12:00') }),
      aSession({ from: clock('12:00'), until: clock('17:00') }),
    ]);
    expect(stateOf({ opening, witnesses: [locked('11:50')] }, at('12:10'))).toBe('doubtful');
  });

  it('is ended by lunch', () => {
    const opening = anOpening([
      aSession({ from: clock('9:00'), until: clock('11:30') }),
      aSession({ from: clock('12:30'), until: clock('17:00') }),
    ]);
    expect(stateOf({ opening, witnesses: [locked('11:20')] }, at('12:29'))).toBe('closed');
    expect(stateOf({ opening, witnesses: [locked('11:20')] }, at('12:30'))).toBe('open');
  });

  it('of the same millisecond as an open one is the later of the two', () => {
    const witnesses: Witness[] = [locked('11:00'), { says: 'open', at: at('11:00'), atTheDoor: true }];
    expect(stateOf({ witnesses }, at('11:10'))).toBe('doubtful');
    expect(stateOf({ witnesses: witnesses.toReversed() }, at('11:10'))).toBe('doubtful');
    const second: Witness = { says: 'open', at: at('11:00'), atTheDoor: false };
    expect(stateOf({ witnesses: [...witnesses, second] }, at('11:10'))).toBe('doubtful');
  });
});

describe('an open statement', () => {
  it('counts for one hour, one millisecond less than which is still in', () => {
    const witnesses: Witness[] = [{ says: 'open', at: at('11:00'), atTheDoor: true }];
    expect(stateOf({ opening: unknown, witnesses }, at('11:59:59.999'))).toBe('open');
    expect(stateOf({ opening: unknown, witnesses }, at('12:00'))).toBe('doubtful');
  });
});

it('tells when the last of the people spoke, and how long the stretch of the table is', () => {
  const [first, last] = [at('11:40'), at('11:50')];
  const witnesses: Witness[] = [
    { says: 'locked', at: last, atTheDoor: true },
    { says: 'locked', at: first, atTheDoor: false },
  ];
  expect(statusOf(facts({ witnesses }), noon).reasons).toEqual<OpenReason[]>([
    { because: 'reported-locked', people: 2, lastAt: last },
    { because: 'by-rule-open', from: at('09:00'), until: at('17:00'), attendance: 'staffed', allDay: false },
  ]);
  expect(statusOf(facts({ opening: evenings }), noon).reasons).toEqual<OpenReason[]>([
    { because: 'by-rule-closed', opensAt: at('18:00') },
  ]);
});

const howOpen: Record<OpenStatus['state'], number> = { closed: 0, doubtful: 1, open: 2 };
// Few minutes, so that people speak in the same one; some before the last opening, some stale, some from tomorrow.
const spokenAt = fc.integer({ min: -130, max: 3 }).map((minutes) => later(noon, minutes * MINUTE_MS));
const spoken = (says?: Witness['says']): fc.Arbitrary<Witness> =>
  fc.record({
    says: says === undefined ? fc.constantFrom<Witness['says'][]>('open', 'locked') : fc.constant(says),
    at: fc.oneof(
      spokenAt,
      fc.constantFrom(-50, -40, -30, -20, -10).map((minutes) => later(noon, minutes * MINUTE_MS)),
    ),
    atTheDoor: fc.boolean(),
  });
const anyFacts: fc.Arbitrary<OpenFacts> = fc.record({
  opening: fc.oneof(fc.constantFrom(nineToFive, evenings, unknown), openings),
  closure: fc.option(fc.constant(works), { freq: 9 }),
  onDuty: fc.option(fc.constant(onDuty), { freq: 1 }),
  witnesses: fc.array(spoken(), { maxLength: 8 }),
});
const also = (known: OpenFacts, ...witnesses: Witness[]): OpenFacts => ({
  ...known,
  witnesses: [...known.witnesses, ...witnesses],
});
const always = <Drawn>(property: fc.IProperty<Drawn>): void => {
  fc.assert(property, { numRuns: 2_000 });
};

describe('whatever people say', () => {
  it('one more who says locked never makes it more open', () => {
    always(
      fc.property(anyFacts, spoken('locked'), (known, witness) => {
        expect(howOpen[stateOf(also(known, witness))]).toBeLessThanOrEqual(howOpen[stateOf(known)]);
      }),
    );
  });

  it('one more who says open never makes it more closed', () => {
    always(
      fc.property(anyFacts, spoken('open'), (known, witness) => {
        expect(howOpen[stateOf(also(known, witness))]).toBeGreaterThanOrEqual(howOpen[stateOf(known)]);
      }),
    );
  });

  it('nobody turns open into closed by one word, whenever it was said', () => {
    always(
      fc.property(anyFacts, spoken(), (known, witness) => {
        if (stateOf(known) === 'open') expect(stateOf(also(known, witness))).not.toBe('closed');
      }),
    );
  });

  it('closing against the table takes two people, one of them at the door, or three; against duty one more', () => {
    always(
      fc.property(anyFacts, (known) => {
        const silent = stateOf({ ...known, witnesses: [] });
        if (silent === 'closed' || stateOf(known) !== 'closed') return;
        const locked = known.witnesses.filter((witness) => witness.says === 'locked' && !isStale(witness, noon));
        const people = locked.length - (known.onDuty === null ? 0 : 1);
        expect(people >= 3 || (people === 2 && locked.some(({ atTheDoor }) => atTheDoor))).toBe(true);
      }),
    );
  });

  it('what is older than its life changes nothing', () => {
    always(
      fc.property(anyFacts, spoken(), fc.nat(100_000_000), (known, witness, ms) => {
        const life = witness.says === 'locked' ? LOCKED_LIFE_MS : OPEN_LIFE_MS;
        const stale = { ...witness, at: later(noon, -life - ms) };
        expect(isStale(stale, noon)).toBe(true);
        expect(isStale({ ...stale, at: later(noon, -life + 1) }, noon)).toBe(false);
        expect(statusOf(also(known, stale), noon)).toEqual(statusOf(known, noon));
      }),
    );
  });

  it('what comes from a fast clock is taken as said now', () => {
    always(
      fc.property(
        anyFacts,
        spoken(),
        fc.bigInt({ min: 0n, max: 8_000_000_000_000_000n - BigInt(noon) }),
        (known, witness, ms) => {
          const ahead = { ...witness, at: later(noon, Number(ms)) };
          expect(statusOf(also(known, ahead), noon)).toEqual(statusOf(also(known, { ...witness, at: noon }), noon));
        },
      ),
    );
  });

  it('locked changes nothing where the table says closed and nobody is on duty', () => {
    always(
      fc.property(fc.array(spoken(), { maxLength: 5 }), spoken('locked'), (witnesses, witness) => {
        const known = facts({ opening: evenings, witnesses });
        expect(statusOf(also(known, witness), noon)).toEqual(statusOf(known, noon));
      }),
    );
  });

  it('the order in which it is handed over does not matter', () => {
    always(
      fc.property(anyFacts, (known) => {
        const reversed = { ...known, witnesses: known.witnesses.toReversed() };
        expect(statusOf(reversed, noon)).toEqual(statusOf(known, noon));
      }),
    );
  });

  it('of two locked doors in the same millisecond the order does not matter either', () => {
    const tied: Witness[] = [
      { says: 'locked', at: at('11:50'), atTheDoor: false },
      { says: 'locked', at: at('11:20'), atTheDoor: false },
      { says: 'locked', at: at('11:20'), atTheDoor: true },
      { says: 'open', at: at('11:40'), atTheDoor: true },
    ];
    expect(statusOf(facts({ witnesses: tied.toReversed() }), noon)).toEqual(statusOf(facts({ witnesses: tied }), noon));
  });

  it('one to three reasons are given, none twice, the first of which accounts for what the map says', () => {
    const accounts: Record<OpenStatus['state'], readonly string[]> = {
      open: ['on-duty', 'confirmed', 'by-rule-open'],
      doubtful: ['reported-locked', 'confirmed', 'hours-unknown'],
      closed: ['closure', 'reported-locked', 'by-rule-closed'],
    };
    always(
      fc.property(anyFacts, (known) => {
        const { state, reasons } = statusOf(known, noon);
        const kinds = reasons.map(({ because }) => because);
        expect(reasons.length).toBeLessThanOrEqual(REASONS_SHOWN);
        expect(new Set(kinds).size).toBe(kinds.length);
        expect(accounts[state]).toContain(kinds[0]);
      }),
    );
  });
});
