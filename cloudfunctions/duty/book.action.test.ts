import { aPlace, aShift, aVolunteer, dutyNow } from '../testing/duty';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { EpochMs } from '../../types/time';
import { transaction } from '../runtime/database';
import { addEntry, shiftDraft } from './book';
import { verifyChain } from './chain';
import { book } from './hours-records';
import { readVolunteer } from './keeping';
import type { ShiftRecord } from './shift-records';
import { volunteers } from './volunteer-records';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openTestCloud();
});
afterEach(() => cloud.reset());
afterAll(() => cloud.close());

const HOUR_MS = 3_600_000;
const served = (shift: ShiftRecord) =>
  shiftDraft(shift, aPlace('陈阿姨').role, [{ from: shift.startsAt, until: shift.endsAt, evidence: 'rotating-code' }]);
const chen = () => cloud.as('陈阿姨').personId;

const write = (shift: ShiftRecord) =>
  cloud.inside(() =>
    transaction(async (tx) => {
      const volunteer = await readVolunteer(tx, chen());
      if (volunteer === null) throw new Error('Nobody has that book.');
      return addEntry(tx, volunteer, served(shift), dutyNow);
    }),
  );
const readBook = () =>
  cloud.inside(async () => {
    const volunteer = await volunteers.get(chen());
    const entries = await book.find({ personId: chen() }, { order: [['seq', 'asc']], limit: 100 });
    return { entries, chain: volunteer?.chain ?? { length: 0, head: '' }, verifyAt: volunteer?.verifyAt };
  });

beforeEach(() => cloud.store('volunteers').insert(aVolunteer('陈阿姨', chen())));

it('each shift is one entry that follows the one before it', async () => {
  await write(aShift('上午班'));
  await write(aShift('下午班'));
  const { entries, chain, verifyAt } = await readBook();
  expect(entries.map(({ seq, title, mix }) => ({ seq, title, mix }))).toEqual([
    { seq: 1, title: '上午班', mix: [{ evidence: 'rotating-code', minutes: 180 }] },
    { seq: 2, title: '下午班', mix: [{ evidence: 'rotating-code', minutes: 180 }] },
  ]);
  expect(verifyChain(entries, chain)).toBeNull();
  expect(verifyAt).toBe(dutyNow + 24 * HOUR_MS);
});

it('a shift that is written twice is in the book once, even when another came in between', async () => {
  const first = await write(aShift('上午班'));
  await write(aShift('下午班'));
  expect(await write(aShift('上午班'))).toEqual(first);
  expect((await readBook()).entries).toHaveLength(2);
});

it('eight shifts that end at the same instant are eight entries in one chain', async () => {
  const shifts = Array.from({ length: 4 }, (_, nth) =>
    aShift(`班${nth}`, { startsAt: EpochMs.parse(dutyNow + nth * 4 * HOUR_MS) }),
  );
  const answers = await Promise.allSettled([...shifts, ...shifts].map(write));
  for (const [nth, { status }] of answers.entries())
    if (status === 'rejected') await write(shifts[nth % 4] ?? aShift(''));
  const { entries, chain } = await readBook();
  expect(new Set(entries.map(({ shiftId }) => shiftId)).size).toBe(4);
  expect(entries).toHaveLength(4);
  expect(verifyChain(entries, chain)).toBeNull();
});
