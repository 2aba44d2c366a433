import * as fc from 'fast-check';
import type { Quota } from '../../types/event-form';
import type { QuotaGroup } from '../../types/event-kind';
import { PersonId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import type { Condition } from '../runtime/filter';
import { anEvent, eventNow } from '../testing/events';
import type { EventRecord } from './records';
import type { Act, Release } from './seat-acts';
import { accept, claim, comeBack, freshLive, handOver, resizePlaces } from './seat-acts';
import type { Waiting } from './waiting-list';
import { offerEnds, planGifts } from './waiting-list';

const person = (nth: number): PersonId => PersonId.parse(`p${String(nth).padStart(22, '0')}`);

/** A document as the database keeps it: values by their paths. */
type Document = { [key: string]: unknown };

function at(document: Document, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? (value as Document)[key] : undefined),
      document,
    );
}

function put(document: Document, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const inner = keys.reduce<Document>((found, key) => (found[key] ??= {}) as Document, document);
  if (value === undefined) Reflect.deleteProperty(inner, last);
  else inner[last] = value;
}

function holds(value: unknown, condition: Condition): boolean {
  if (condition === null || typeof condition !== 'object') return (value ?? null) === condition;
  if ('exists' in condition) return (value !== undefined) === condition.exists;
  if ('in' in condition) return condition.in.some((one) => one === value);
  if (!('from' in condition) && !('upTo' in condition)) throw new Error('The model does not know this condition.');
  return (
    typeof value === 'number' &&
    (condition.from === undefined || value >= Number(condition.from)) &&
    (condition.upTo === undefined || value <= Number(condition.upTo))
  );
}

/** What the database does with an act, in memory. Null when it matches nothing. */
function after(event: EventRecord, { filter, change }: Act): EventRecord | null {
  // As text, so that nothing in it is shared.
  const document = JSON.parse(JSON.stringify(event)) as Document;
  if (!Object.entries(filter).every(([path, condition]) => holds(at(document, path), condition))) return null;
  const paths = [...Object.keys(change.set ?? {}), ...Object.keys(change.increase ?? {}), ...(change.remove ?? [])];
  // The database refuses an update that names a path, or one within it, twice.
  if (paths.some((one, nth) => paths.some((other, place) => place !== nth && `${other}.`.startsWith(`${one}.`))))
    throw new Error('An act names one path twice.');
  for (const [path, value] of Object.entries(change.set ?? {})) put(document, path, structuredClone(value));
  for (const [path, by] of Object.entries(change.increase ?? {}))
    put(document, path, Number(at(document, path) ?? 0) + by);
  for (const path of change.remove ?? []) put(document, path, undefined);
  return document as unknown as EventRecord;
}

const agreed = <Value>(result: { ok: true; value: Value } | { ok: false }): Value => {
  if (!result.ok) throw new Error('Refused.');
  return result.value;
};

/** The row of a person, as far as places go. */
type Row = Waiting & { state: 'waiting' | 'offered' | 'confirmed' | 'out' };

/** What people, the clock and staff may do; `old` acts on what was read so many acts ago. */
type Move = {
  readonly act: 'register' | 'cancel' | 'accept' | 'clock' | 'resize' | 'look';
  readonly who: number;
  readonly size: number;
  readonly group: number;
  readonly old: number;
};
const moves = fc.array(
  fc.record<Move>({
    act: fc.constantFrom('register', 'register', 'register', 'cancel', 'accept', 'clock', 'resize', 'look'),
    who: fc.nat(7),
    size: fc.constantFrom(1, 1, 2, 3),
    group: fc.nat(2),
    old: fc.constantFrom(0, 0, 0, 1, 2, 5),
  }),
  { maxLength: 60 },
);
const groups: readonly (readonly QuotaGroup[])[] = [['men'], ['women'], ['women', 'men']];

/** The whole of register, cancel, accept, expire and resize as a model, on reads that may be old. */
class World {
  event: EventRecord;
  now: number = eventNow;
  readonly rows = new Map<PersonId, Row>();
  readonly offersOf = new Map<string, number>();
  private readonly past: { readonly event: EventRecord; readonly line: readonly Row[] }[] = [];
  private claims = 0;

  constructor(quotas: readonly Quota[]) {
    this.event = { ...anEvent('讲座', { quotas: [...quotas] }), live: freshLive(quotas) };
  }

  private read(old: number): EventRecord {
    return this.past[this.past.length - old]?.event ?? this.event;
  }

  private apply(act: Act): boolean {
    const next = after(this.event, act);
    if (next === null) return false;
    this.past.push({ event: this.event, line: this.line() });
    this.event = next;
    return true;
  }

  private line(): Row[] {
    return [...this.rows.values()]
      .filter(({ state }) => state === 'waiting')
      .sort((one, other) => (one.orderKey < other.orderKey ? -1 : 1));
  }

  /** Frees places and gives on what is free, from an old look at event or list; again and again until nothing moves. */
  private passOn(releases: readonly Release[], old: number): void {
    let event = this.read(old);
    const line = this.past[this.past.length - old]?.line ?? this.line();
    let asked = releases;
    for (let tries = 0; tries < 20; tries += 1) {
      const free = { ...event.live.free };
      for (const { holder } of asked) free[holder.group] = (free[holder.group] ?? 0) + holder.people;
      const moment = { now: EpochMs.parse(this.now), startsAt: event.startsAt };
      const known = tries === 0 ? line : this.line();
      const plan = planGifts({ ...event.live, free }, known, { ...moment, most: 5 });
      const gifts = plan.given.map(({ unit: { personId, claim: of, people }, group }) => ({
        personId,
        claim: of,
        people,
        group,
        until: offerEnds(moment),
      }));
      const { passedOver, keptFor } = plan;
      const uncounted = gifts.flatMap(({ personId }) => (personId in event.live.skips ? [personId] : []));
      const isStill = [...passedOver].every(([personId, times]) => times === 0 && personId in event.live.skips);
      if (asked.length + gifts.length === 0 && isStill && keptFor === event.live.keptFor) return;
      const isDone = this.apply(
        handOver(event, { releases: asked, gifts, passedOver, uncounted, keptFor }, moment.now),
      );
      const lost: Release[] = [];
      if (isDone)
        lost.push(
          ...gifts
            .filter((gift) => !this.follows(gift))
            .map((gift) => ({ personId: gift.personId, holder: { ...gift, at: moment.now }, only: 'always' as const })),
        );
      event = this.event;
      asked = (isDone ? lost : asked).filter(({ personId, holder, only }) => {
        const found = event.live.holders[personId];
        return found?.claim === holder.claim && (only !== 'ended' || found.until !== null);
      });
    }
  }

  /** The row gains what was given, if it still waits. */
  private follows({ personId, claim: of }: { readonly personId: PersonId; readonly claim: string }): boolean {
    const row = this.rows.get(personId);
    if (row?.state !== 'waiting' || row.claim !== of) return false;
    row.state = 'offered';
    this.offersOf.set(of, (this.offersOf.get(of) ?? 0) + 1);
    return true;
  }

  move({ act, who, size, group, old }: Move): void {
    const personId = person(who);
    const row = this.rows.get(personId);
    const now = EpochMs.parse((this.now += 1000));
    if (act === 'register') this.register(personId, size, groups[group] ?? ['men'], old);
    if (act === 'cancel' && row !== undefined && row.state !== 'out') {
      row.state = 'out';
      const holder = this.event.live.holders[personId];
      if (holder?.claim === row.claim) this.passOn([{ personId, holder, only: 'always' }], old);
    }
    if (act === 'accept' && row !== undefined) {
      const offer = this.read(old).live.holders[personId];
      if (offer?.claim === row.claim && this.apply(accept(this.read(old), personId, offer, now)))
        row.state = 'confirmed';
    }
    if (act === 'clock') {
      this.now += who * 3_600_000;
      this.expire(old);
    }
    if (act === 'resize') this.resize(group, who + 1, old);
    if (act === 'look') this.passOn([], old);
    this.check();
  }

  private register(personId: PersonId, people: number, wanted: readonly QuotaGroup[], old: number): void {
    const row = this.rows.get(personId);
    if (row !== undefined && row.state !== 'out') return;
    const mark = `claim-${(this.claims += 1)}`;
    const { live } = this.read(old);
    const free = wanted.find((one) => (live.free[one] ?? 0) >= people);
    const fresh: Row = {
      _id: personId,
      personId,
      claim: mark,
      groups: [...wanted],
      people,
      orderKey: String(this.claims).padStart(6, '0'),
      registeredAt: EpochMs.parse(this.now),
      state: 'waiting',
    };
    const isOpen = live.keptFor === null && Object.keys(live.skips).length === 0;
    if (
      free !== undefined &&
      isOpen &&
      this.apply(claim(this.read(old), { personId, claim: mark, group: free, people }, EpochMs.parse(this.now)))
    )
      fresh.state = 'confirmed';
    this.rows.set(personId, fresh);
    if (fresh.state === 'waiting') this.passOn([], 0);
  }

  private expire(old: number): void {
    const { live } = this.read(old);
    const ended = Object.entries(live.holders).filter(([, { until }]) => until !== null && until <= this.now);
    this.passOn(
      ended.map(([personId, holder]) => ({ personId: personId as PersonId, holder, only: 'ended' as const })),
      old,
    );
    for (const row of this.rows.values())
      if (row.state === 'offered' && this.event.live.holders[row.personId]?.claim !== row.claim) row.state = 'out';
  }

  private resize(group: number, places: number, old: number): void {
    const read = this.read(old);
    const name = group === 0 ? 'men' : 'women';
    const quotas = Object.entries(read.live.places).map(([one, count]) => ({
      group: one as QuotaGroup,
      places: one === name ? places : count,
    }));
    const act = resizePlaces(read, quotas, EpochMs.parse(this.now));
    if (act.ok && this.apply(act.value)) this.passOn([], 0);
  }

  /** Everything that must be true after every single act. */
  private check(): void {
    const { live } = this.event;
    for (const [group, places] of Object.entries(live.places)) {
      const held = Object.values(live.holders).filter((holder) => holder.group === group);
      expect((live.free[group] ?? 0) + held.reduce((sum, { people }) => sum + people, 0)).toBe(places);
      expect(live.free[group]).toBeGreaterThanOrEqual(0);
    }
    for (const row of this.rows.values()) {
      const holder = live.holders[row.personId];
      if (row.state === 'confirmed' || row.state === 'offered')
        expect(holder).toMatchObject({ claim: row.claim, people: row.people });
      if (row.state === 'confirmed') expect(holder?.until).toBeNull();
      if (row.state === 'waiting') expect(holder).toBeUndefined();
    }
    expect([...this.offersOf.values()].filter((times) => times > 1)).toEqual([]);
    expect(new Set(this.line().map(({ orderKey }) => orderKey)).size).toBe(this.line().length);
  }
}

const quotas: readonly Quota[] = [
  { group: 'men', places: 3 },
  { group: 'women', places: 4 },
];

describe('places', () => {
  it('are never oversold and never lost, whatever people, the clock and staff do on whatever they read', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const world = new World(quotas);
        for (const move of all) world.move(move);
      }),
      { numRuns: 400 },
    );
  });

  it('are given to whoever waits: once everybody has looked, nobody who fits waits beside free places', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const world = new World(quotas);
        for (const move of all) world.move(move);
        world.move({ act: 'look', who: 0, size: 1, group: 0, old: 0 });
        const { live } = world.event;
        const fitting = [...world.rows.values()].filter(
          ({ state, groups: wanted, people }) =>
            state === 'waiting' && wanted.some((group) => (live.free[group] ?? 0) >= people),
        );
        expect(live.keptFor === null ? fitting : []).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  const now = eventNow;
  const event = anEvent('讲座', { quotas: [{ group: 'anyone', places: 2 }] });
  const unit = { personId: person(1), claim: 'a', group: 'anyone', people: 1 } as const;
  const claimed = after(event, claim(event, unit, now)) ?? event;

  it('are claimed once: the same person matches nothing the second time, nor does one place too many', () => {
    expect(claimed.live).toMatchObject({ free: { anyone: 1 }, turn: 1 });
    expect(after(claimed, claim(event, unit, now))).toBeNull();
    expect(after(claimed, claim(event, { ...unit, personId: person(2), people: 2 }, now))).toBeNull();
    const off = { ...event, state: 'cancelled' } as const;
    expect(after(off, claim(event, unit, now))).toBeNull();
    const kept = { ...event, live: { ...event.live, keptFor: person(9) } };
    expect(after(kept, claim(event, unit, now))).toBeNull();
  });

  it('that were offered are taken until the last millisecond, not at the end', () => {
    const until = EpochMs.parse(now + 1000);
    const gift = { ...unit, personId: person(2), until };
    const wish = { releases: [], gifts: [gift], passedOver: new Map(), uncounted: [], keptFor: null };
    const offered = after(event, handOver(event, wish, now)) ?? event;
    const offer = offered.live.holders[person(2)];
    if (offer === undefined) throw new Error('No offer.');
    expect(
      after(offered, accept(offered, person(2), offer, EpochMs.parse(until - 1)))?.live.holders[person(2)]?.until,
    ).toBeNull();
    expect(after(offered, accept(offered, person(2), offer, until))).toBeNull();
    const ended = { ...wish, gifts: [], releases: [{ personId: person(2), holder: offer, only: 'ended' as const }] };
    expect(after(offered, handOver(offered, ended, EpochMs.parse(until - 1)))).toBeNull();
    expect(after(offered, handOver(offered, ended, until))?.live.free).toEqual({ anyone: 2 });
    const taken = after(offered, accept(offered, person(2), offer, EpochMs.parse(until - 1))) ?? offered;
    expect(after(taken, handOver(offered, ended, until))).toBeNull();
  });

  it('are not offered to one person twice by two who leave at once and both saw them waiting', () => {
    const second = { ...unit, personId: person(2), claim: 'b' };
    const full = after(claimed, claim(claimed, second, now)) ?? claimed;
    const leaving = (personId: PersonId): Act => {
      const holder = full.live.holders[personId];
      if (holder === undefined) throw new Error('No holder.');
      const gifts = [{ ...unit, personId: person(3), claim: 'c', until: EpochMs.parse(now + 1000) }];
      const releases = [{ personId, holder, only: 'always' as const }];
      return handOver(full, { releases, gifts, passedOver: new Map(), uncounted: [], keptFor: null }, now);
    };
    const once = after(full, leaving(person(1)));
    expect(Object.keys(once?.live.holders ?? {})).toEqual([person(2), person(3)]);
    expect(once === null ? once : after(once, leaving(person(2)))).toBeNull();
    expect(once === null ? once : after(once, leaving(person(1)))).toBeNull();
  });

  it('of a mixer go to one side by one act alone: two who each saw it hold fewer do not both give', () => {
    const halves = (['men', 'women'] as const).map((group) => ({ group, places: 3 }));
    const mixer = anEvent('联谊', { kind: 'mixer', quotas: halves });
    const gift = (nth: number, group: 'men' | 'women') => ({ personId: person(nth), claim: `c${nth}`, group, people: 1, until: null }); // prettier-ignore
    const giving = (read: EventRecord, ...gifts: ReturnType<typeof gift>[]): Act =>
      handOver(read, { releases: [], gifts, passedOver: new Map(), uncounted: [], keptFor: null }, now);
    const paired = after(mixer, giving(mixer, gift(1, 'men'), gift(2, 'women')));
    if (paired === null) throw new Error('No pair.');
    const holder = paired.live.holders[person(2)];
    if (holder === undefined) throw new Error('No holder.');
    const leaving = { releases: [{ personId: person(2), holder, only: 'always' as const }], gifts: [] };
    const left = after(
      paired,
      handOver(paired, { ...leaving, passedOver: new Map(), uncounted: [], keptFor: null }, now),
    );
    if (left === null) throw new Error('She could not leave.');
    const filled = after(left, giving(left, gift(3, 'women')));
    expect(filled?.live.free).toEqual({ men: 2, women: 2 });
    expect(filled === null ? filled : after(filled, giving(left, gift(4, 'women')))).toBeNull();
    // A newcomer who read it as another kind of event takes nothing past the list.
    expect(after(mixer, claim({ ...mixer, kind: 'lecture' }, { ...gift(5, 'men') }, now))).toBeNull();
  });

  it('that somebody came back for are not given on as forgotten', () => {
    const holder = claimed.live.holders[person(1)];
    if (holder === undefined) throw new Error('No holder.');
    const forgotten = {
      releases: [{ personId: person(1), holder, only: 'unclaimed' as const }],
      gifts: [],
      passedOver: new Map(),
      uncounted: [],
      keptFor: null,
    };
    expect(after(claimed, handOver(claimed, forgotten, now))?.live.holders).toEqual({});
    const back = after(claimed, comeBack(claimed, person(1), holder, EpochMs.parse(now + 1))) ?? claimed;
    expect(after(back, handOver(claimed, forgotten, now))).toBeNull();
  });

  it('can be made more and fewer, but not fewer than are held; a quota goes only when nobody holds a place of it', () => {
    const to = (places: number) => resizePlaces(claimed, [{ group: 'anyone', places }], now);
    expect(to(0)).toMatchObject({ refusal: 'places-taken' });
    expect(after(claimed, agreed(to(1)))?.live).toMatchObject({ places: { anyone: 1 }, free: { anyone: 0 } });
    expect(after(claimed, agreed(to(5)))?.live).toMatchObject({ places: { anyone: 5 }, free: { anyone: 4 } });
    expect(resizePlaces(claimed, [{ group: 'members', places: 5 }], now)).toMatchObject({ refusal: 'places-taken' });
    const other = agreed(resizePlaces(event, [{ group: 'members', places: 5 }], now));
    expect(after(event, other)?.live).toMatchObject({ places: { members: 5 }, free: { members: 5 } });
    // Decided on what was free before somebody took it.
    expect(after(claimed, other)).toBeNull();
  });
});
