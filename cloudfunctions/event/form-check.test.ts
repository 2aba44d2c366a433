import * as fc from 'fast-check';
import type { EventForm, FormField } from '../../types/event-form';
import { EpochMs } from '../../types/time';
import { anEvent, eventNow } from '../testing/events';
import { checkForm, isToCome } from './form-check';
import { formOf } from './written-event';

const HOUR = 3_600_000;
const at = (instant: number): EpochMs => EpochMs.parse(instant);
const form = formOf(anEvent('讲座'));
const [{ startsAt, endsAt }] = form.sessions as [EventForm['sessions'][number]];
const session = (from: number, until: number) => ({ startsAt: at(startsAt + from), endsAt: at(startsAt + until) });
const field = (fieldId: string, more: Partial<FormField> = {}): FormField => ({
  fieldId,
  label: '您怎么来',
  kind: 'text',
  options: [],
  isRequired: false,
  isSensitive: false,
  askedIf: null,
  purgeDays: 30,
  ...more,
});
const halves = (['men', 'women'] as const).map((group) => ({ group, places: 8 }));
const refusalOf = (more: Partial<EventForm>) => {
  const answer = checkForm({ ...form, ...more });
  return answer.ok ? null : [answer.refusal, ...(answer.fields ?? []).map(({ path }) => path)];
};

describe('times', () => {
  it.each<[string, Partial<EventForm>]>([
    ['sessions one after the other', { sessions: [session(0, HOUR), session(HOUR, 2 * HOUR)] }],
    ['a session of exactly a day', { sessions: [session(0, 24 * HOUR)] }],
    ['registration until the first session begins', { closesAt: startsAt }],
    ['giving back until the first session begins', { cancelBy: startsAt }],
    ['registration until the last end, where people may walk in', { closesAt: endsAt, walkIns: true }],
    ['a draw whose registration ends two hours before', { closesAt: at(startsAt - 2 * HOUR), places: 'draw' }],
  ])('may be: %s', (_what, more) => {
    expect(refusalOf(more)).toBeNull();
  });

  it.each<[string, Partial<EventForm>, string]>([
    ['an end before its beginning', { sessions: [session(0, -1)] }, 'sessions.0'],
    ['a session of no length', { sessions: [session(0, 0)] }, 'sessions.0'],
    ['a session of more than a day', { sessions: [session(0, 24 * HOUR + 1)] }, 'sessions.0'],
    ['sessions that overlap', { sessions: [session(0, HOUR), session(HOUR - 1, 2 * HOUR)] }, 'sessions.1'],
    ['sessions out of order', { sessions: [session(HOUR, 2 * HOUR), session(0, HOUR)] }, 'sessions.1'],
    ['registration that closes as it opens', { opensAt: form.closesAt }, 'opensAt'],
    ['registration after the beginning', { closesAt: at(startsAt + 1) }, 'closesAt'],
    ['a draw that leaves less than two hours', { closesAt: at(startsAt - 2 * HOUR + 1), places: 'draw' }, 'closesAt'],
    ['a draw during the event, even with walk-ins', { closesAt: endsAt, places: 'draw', walkIns: true }, 'closesAt'],
    ['registration after the end, even with walk-ins', { closesAt: at(endsAt + 1), walkIns: true }, 'closesAt'],
    ['giving back after the beginning', { cancelBy: at(startsAt + 1) }, 'cancelBy'],
    ['the year 1970', { opensAt: at(0) }, 'opensAt'],
    ['a year that nobody lives to see', { sessions: [{ startsAt: at(8e15), endsAt: at(8e15 + HOUR) }] }, 'sessions.0'],
  ])('may not be: %s', (_what, more, path) => {
    expect(refusalOf(more)).toEqual(['times-wrong', path]);
  });

  it('are to come until registration ends and until the beginning, to the millisecond', () => {
    expect(isToCome(form, at(form.closesAt - 1))).toBe(true);
    expect(isToCome(form, form.closesAt)).toBe(false);
    expect(isToCome({ ...form, closesAt: endsAt }, at(startsAt - 1))).toBe(true);
    expect(isToCome({ ...form, closesAt: endsAt }, startsAt)).toBe(false);
    expect(isToCome(form, eventNow)).toBe(true);
  });

  it('that pass are in order, never overlap and leave registration a window, whatever is written', () => {
    const instant = fc.integer({ min: startsAt - 3 * HOUR, max: startsAt + 6 * HOUR }).map(at);
    const any = fc.record({
      sessions: fc.array(fc.record({ startsAt: instant, endsAt: instant }), { minLength: 1, maxLength: 4 }),
      opensAt: instant,
      closesAt: instant,
      cancelBy: instant,
      walkIns: fc.boolean(),
    });
    fc.assert(
      fc.property(any, (times) => {
        if (!checkForm({ ...form, ...times }).ok) return;
        const ends = times.sessions.flatMap((one) => [one.startsAt, one.endsAt]);
        expect([...ends].sort((one, other) => one - other)).toEqual(ends);
        expect(times.opensAt).toBeLessThan(times.closesAt);
        expect(times.closesAt).toBeLessThanOrEqual(ends.at(-1) ?? 0);
      }),
    );
  });
});

describe('quotas', () => {
  const family = { mostChildren: 2, ageFrom: 3, ageUpTo: 12 };
  const walkIn = { quotas: [], walkIns: true, closesAt: endsAt };
  it.each<[string, Partial<EventForm>]>([
    [
      'of three groups',
      {
        quotas: [
          { group: 'anyone', places: 1 },
          { group: 'members', places: 1 },
          { group: 'new-employment', places: 1 },
        ],
      },
    ],
    [
      'of men and women',
      {
        quotas: [
          { group: 'women', places: 5 },
          { group: 'men', places: 5 },
        ],
      },
    ],
    ['with room for one whole family', { quotas: [{ group: 'anyone', places: 3 }], family }],
    ['none, and people walk in', walkIn],
  ])('may be: %s', (_what, more) => {
    expect(refusalOf(more)).toBeNull();
  });

  it.each<[string, Partial<EventForm>, string]>([
    [
      'one group twice',
      {
        quotas: [
          { group: 'anyone', places: 1 },
          { group: 'anyone', places: 2 },
        ],
      },
      'quotas.1',
    ],
    ['children at a mixer in pairs', { kind: 'mixer', quotas: halves, family }, 'family'],
    ['walking in at a mixer in pairs', { kind: 'mixer', quotas: halves, walkIns: true }, 'walkIns'],
    ['men alone', { quotas: [{ group: 'men', places: 5 }] }, 'quotas'],
    [
      'more women than men',
      {
        quotas: [
          { group: 'men', places: 5 },
          { group: 'women', places: 6 },
        ],
      },
      'quotas',
    ],
    [
      'men and women and others',
      { quotas: (['men', 'women', 'anyone'] as const).map((group) => ({ group, places: 5 })) },
      'quotas',
    ],
    [
      'a family that fits nowhere',
      {
        quotas: [
          { group: 'anyone', places: 2 },
          { group: 'members', places: 2 },
        ],
        family,
      },
      'family.mostChildren',
    ],
    ['children of no age', { family: { ...family, ageFrom: 13 } }, 'family.ageFrom'],
    ['nobody registers and nobody walks in', { ...walkIn, walkIns: false }, 'walkIns'],
    ['a draw of nothing', { ...walkIn, places: 'draw' }, 'places'],
    ['a family where nobody registers', { ...walkIn, family }, 'family'],
    ['questions where nobody registers', { ...walkIn, fields: [field('way')] }, 'fields'],
  ])('may not be: %s', (_what, more, path) => {
    expect(refusalOf(more)).toEqual(['quotas-wrong', path]);
  });
});

describe('questions', () => {
  const way = field('way', { kind: 'choice', options: ['地铁', '电瓶车'] });
  const isDriver = field('driver', { kind: 'yes-no' });
  const askedIf = (fieldId: string, answer: string | boolean) => ({ askedIf: { fieldId, answer } });
  it.each<[string, Partial<EventForm>]>([
    ['that hang on a choice', { fields: [way, field('plate', askedIf('way', '电瓶车'))] }],
    ['that hang on a yes', { fields: [isDriver, field('plate', askedIf('driver', true))] }],
    ['for people of one age', { audience: { ...form.audience, age: { from: 18, upTo: 18 } } }],
  ])('may be asked: %s', (_what, more) => {
    expect(refusalOf(more)).toBeNull();
  });

  it.each<[string, Partial<EventForm>, string]>([
    ['twice under one name', { fields: [way, field('way')] }, 'fields.1.fieldId'],
    ['under a name that every object has', { fields: [field('constructor')] }, 'fields.0.fieldId'],
    ['with one thing to choose', { fields: [{ ...way, options: ['地铁'] }] }, 'fields.0.options'],
    ['with the same twice to choose', { fields: [{ ...way, options: ['地铁', '地铁'] }] }, 'fields.0.options'],
    [
      'with options that are not asked for',
      { fields: [field('way', { options: ['地铁', '公交'] })] },
      'fields.0.options',
    ],
    ['after an answer that cannot be', { fields: [way, field('plate', askedIf('way', '飞机'))] }, 'fields.1.askedIf'],
    ['after a yes to a choice', { fields: [way, field('plate', askedIf('way', true))] }, 'fields.1.askedIf'],
    ['after a free text', { fields: [field('name'), field('plate', askedIf('name', '李'))] }, 'fields.1.askedIf'],
    [
      'before the question that it hangs on',
      { fields: [field('plate', askedIf('way', '地铁')), way] },
      'fields.0.askedIf',
    ],
    ['after itself', { fields: [{ ...way, ...askedIf('way', '地铁') }] }, 'fields.0.askedIf'],
    [
      'of people younger than they are',
      { audience: { ...form.audience, age: { from: 60, upTo: 18 } } },
      'audience.age',
    ],
  ])('may not be asked: %s', (_what, more, path) => {
    expect(refusalOf(more)).toEqual(['fields-wrong', path]);
  });
});
