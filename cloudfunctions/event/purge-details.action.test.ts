import type { FormField } from '../../types/event-form';
import { EpochMs, NEVER } from '../../types/time';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { anEvent } from '../testing/events';
import { aRegistration } from '../testing/registrations';
import { keptDetails, readDetails } from './details';
import type { EventRecord } from './records';
import { Registration } from './registration-records';
import { purgeDetails } from './purge-details';

const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const aField = (fieldId: string, purgeDays: number, isSensitive: boolean): FormField => ({
  fieldId,
  label: fieldId,
  kind: 'text',
  options: [],
  isRequired: false,
  isSensitive,
  askedIf: null,
  purgeDays,
});
const fields = [aField('size', 30, false), aField('illness', 3, true)];
const told = {
  name: '李小飞',
  children: [{ name: '李小雨', age: 6 }],
  answers: { size: 'M码上衣', illness: '花生过敏' },
};
const LOTS = 1_000;

describe('details of a registration', () => {
  let cloud: TestCloud;
  let event: EventRecord;
  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    event = anEvent('亲子手作', { fields });
    cloud.store('events').insert(event);
  });
  afterAll(() => cloud.close());

  const purge = (now: EpochMs, allowance = LOTS) => cloud.inside(() => purgeDetails(now, allowance));
  const register = (name: string, more: Partial<Registration> = {}): Registration => {
    const row = aRegistration(event, cloud.as(name).personId, { state: 'confirmed', ...more, told });
    cloud.store('registrations').insert(row);
    return row;
  };
  const stored = ({ _id }: Registration) => Registration.parse(cloud.store('registrations').get(_id));
  const detailsOf = (row: Registration) => cloud.inside(() => Promise.resolve(readDetails(stored(row))));

  it('are sealed for their row: nothing sensitive can be read where they lie, nor opened in another row', async () => {
    const row = register('rider');
    for (const word of ['李小飞', '李小雨', '花生']) expect(cloud.everythingWritten()).not.toContain(word);
    expect(row).toMatchObject({ maskedName: '李*飞', answers: { size: 'M码上衣' }, hasSensitive: true });
    expect(await detailsOf(row)).toEqual({
      name: '李小飞',
      children: [{ name: '李小雨', age: 6 }],
      answers: { illness: '花生过敏' },
    });
    expect(readDetails({ ...row, _id: `${event._id}:${cloud.as('other').personId}` })).toBeNull();
  });

  it('say when they are looked at next from the moment they are kept', () => {
    expect(register('rider').purgeAt).toBe(at('2026-11-29T00:00'));
    expect(keptDetails('row', { name: '李小飞', children: [], answers: {} }, event).purgeAt).toBe(
      at('2027-05-28T00:00'),
    );
  });

  it('go step by step, and at the end nothing of them is stored anywhere', async () => {
    const row = register('rider', {
      excuse: { reason: 'ill', words: '孩子发烧了', at: event.endsAt },
      rating: { stars: 5, words: '老师很耐心', at: event.endsAt },
    });
    expect(await purge(at('2026-11-28T23:59'))).toBe(0);
    expect(await purge(at('2026-11-29T00:00'))).toBe(1);
    expect(await detailsOf(row)).toEqual({ name: '李小飞', children: [], answers: { illness: '花生过敏' } });
    expect(await purge(at('2026-11-29T00:00'))).toBe(0);
    expect(await purge(at('2026-12-02T00:00'))).toBe(1);
    expect(stored(row)).toMatchObject({ hasSensitive: false, answers: { size: 'M码上衣' } });
    expect(await purge(at('2027-05-28T00:00'))).toBe(1);
    expect(stored(row)).toMatchObject({ sealedDetails: null, answers: {}, maskedName: '*', purgeAt: NEVER });
    for (const word of ['M码', '李*飞', '孩子发烧', '老师很耐心'])
      expect(cloud.everythingWritten()).not.toContain(word);
    expect(stored(row).rating).toMatchObject({ stars: 5 });
  });

  it('of who cancelled go the day after the event', async () => {
    const row = register('rider', { state: 'cancelled' });
    await purge(at('2026-11-29T00:00'));
    expect(stored(row)).toMatchObject({ sealedDetails: null, answers: {}, maskedName: '*' });
  });

  it('wait for an event that was put off', async () => {
    const row = register('rider');
    cloud.store('events').update({ _id: event._id }, { $set: { endsAt: at('2026-12-12T16:00') } });
    expect(await purge(at('2026-11-29T00:00'))).toBe(0);
    expect(await detailsOf(row)).toMatchObject({ children: [{ name: '李小雨' }] });
    expect(stored(row)).toMatchObject({ purgeAt: at('2026-12-13T00:00'), endsAt: at('2026-12-12T16:00') });
  });

  it('of several hundred people go within the round trips that were allowed, the rest the next time', async () => {
    cloud
      .store('registrations')
      .insertMany(
        Array.from({ length: 250 }, (_, nth) => aRegistration(event, cloud.as(`guest ${nth}`).personId, { told })),
      );
    expect(await purge(at('2026-11-29T00:00'), 210)).toBe(200);
    expect(await purge(at('2026-11-29T00:00'), 210)).toBe(50);
  });

  it('that no key opens any more are deleted', async () => {
    const row = register('rider', { sealedDetails: 'gone.AAAA.AAAA' });
    await purge(at('2026-11-29T00:00'));
    expect(stored(row).sealedDetails).toBeNull();
  });
});
