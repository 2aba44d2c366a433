import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { contract } from '../../types/contract';
import type { Role } from '../../types/contract';
import { EnrolmentDraft } from '../../types/enrolment';
import type { PersonId } from '../../types/ids';
import { agree, refuse } from '../../types/result';
import { Contended } from './database';
import type { HasRoles } from './serve';
import { personIdFor, personOf, serve } from './serve';

const text = z.object({ text: z.string() });
const nothing = z.object({});

/** A contract of our own with one action per way of being called. */
const teahouse = contract({
  menu: { caller: 'anyone', input: nothing, output: text, refusals: [], roundTrips: 1 },
  order: { caller: 'person', input: text, output: text, refusals: ['sold-out'], roundTrips: 1 },
  fill: { caller: 'person', input: EnrolmentDraft, output: text, refusals: [], roundTrips: 1 },
  count: { caller: { staff: ['clerk'] }, input: nothing, output: text, refusals: [], roundTrips: 1 },
  sweep: { caller: 'timer', input: nothing, output: text, refusals: [], roundTrips: 1 },
  wipe: { caller: 'timer', input: nothing, output: text, refusals: [], roundTrips: 1 },
  /** Not in every contract, but a name that objects have anyway. */
  toString: { caller: 'person', input: nothing, output: text, refusals: [], roundTrips: 1 },
});

type House = {
  readonly breaks?: Error;
  readonly says?: object;
  readonly holds?: readonly Role[];
};

const served: { name: string; input: unknown; personId: PersonId | null }[] = [];

function aHouse({ breaks, says, holds = [] }: House = {}) {
  const answer =
    (name: string) =>
    (input: unknown, { personId }: { personId: PersonId | null }) => {
      served.push({ name, input, personId });
      if (breaks !== undefined) return Promise.reject(breaks);
      return Promise.resolve(agree({ text: '茶', ...says }));
    };
  const standingOf = (): Promise<HasRoles> =>
    Promise.resolve({ holds: (wanted) => wanted.some((role) => holds.includes(role)) });
  const handlers = {
    menu: answer('menu'),
    order: (input: { text: string }, scene: { personId: PersonId }) =>
      input.text === '龙井' ? Promise.resolve(refuse('sold-out')) : answer('order')(input, scene),
    fill: answer('fill'),
    count: answer('count'),
    sweep: answer('sweep'),
    wipe: answer('wipe'),
    toString: answer('toString'),
  };
  return serve('teahouse', teahouse, handlers, standingOf);
}

const aContext = (variables: object) => ({ request_id: 'r-1', environment: JSON.stringify(variables) });
const onPhone = aContext({ TCB_SOURCE: 'wx_client', WX_OPENID: 'openid-li' });
const stranger = aContext({ TCB_SOURCE: 'web_client', TCB_UUID: 'u', TCB_ISANONYMOUS_USER: 'true' });
const clock = aContext({ TRIGGER_SRC: 'timer' });

const logged: string[] = [];
const lines = (): { outcome: string; action: string }[] =>
  logged.map((line) => JSON.parse(line) as { outcome: string; action: string });

beforeEach(() => {
  process.env['FINGERPRINT_KEY'] = Buffer.alloc(32, 7).toString('base64');
  served.length = 0;
  logged.length = 0;
  jest.spyOn(console, 'log').mockImplementation((...words: unknown[]) => void logged.push(words.map(String).join(' ')));
});
afterEach(() => jest.restoreAllMocks());

describe('an action that does not exist', () => {
  it.each(['drink', '', 'Order', 'order ', '__proto__', 'constructor', 'hasOwnProperty', 'valueOf'])(
    'is refused by its name %p',
    async (action) => {
      expect(await aHouse()({ action, input: {} }, onPhone)).toEqual({ ok: false, refusal: 'action-unknown' });
      expect(lines()).toMatchObject([{ action: 'teahouse.?', outcome: 'refused:action-unknown' }]);
    },
  );

  it.each([
    undefined,
    null,
    7,
    'order',
    [],
    {},
    { action: 7 },
    { action: { toString: 'order' } },
    { action: ['order'] },
  ])('is what a message like %p asks for', async (message) => {
    expect(await aHouse()(message, onPhone)).toEqual({ ok: false, refusal: 'action-unknown' });
  });

  it('is not written into the log under the name a stranger made up', async () => {
    await aHouse()({ action: '11010519491231002X' }, onPhone);
    expect(logged.join()).not.toContain('11010519491231002X');
  });

  it('may share its name with what every object has, if the contract says so', async () => {
    expect(await aHouse()({ action: 'toString', input: {} }, onPhone)).toEqual({ ok: true, value: { text: '茶' } });
  });
});

describe('who may call', () => {
  it('is anybody where the contract says anyone', async () => {
    expect(await aHouse()({ action: 'menu' }, stranger)).toEqual({ ok: true, value: { text: '茶' } });
    expect(served).toMatchObject([{ personId: null }]);
    await aHouse()({ action: 'menu' }, onPhone);
    expect(served[1]?.personId).toBe(personIdFor('wechat', 'openid-li'));
  });

  it('is nobody who is not signed in where the contract says person', async () => {
    for (const context of [stranger, undefined, {}, aContext({})])
      expect(await aHouse()({ action: 'order', input: { text: '茶' } }, context)).toEqual({
        ok: false,
        refusal: 'sign-in-needed',
      });
    expect(served).toEqual([]);
  });

  it('is a person by the platform’s word, whatever the message says', async () => {
    const message = {
      action: 'order',
      personId: 'p1',
      openid: 'x',
      input: { text: '茶', personId: 'p1' },
      WX_OPENID: 'x',
    };
    await aHouse()(message, onPhone);
    expect(served).toEqual([{ name: 'order', input: { text: '茶' }, personId: personIdFor('wechat', 'openid-li') }]);
  });

  it('is staff of the right role and no other', async () => {
    const count = { action: 'count', input: {} };
    expect(await aHouse()(count, stranger)).toEqual({ ok: false, refusal: 'sign-in-needed' });
    expect(await aHouse()(count, onPhone)).toEqual({ ok: false, refusal: 'not-allowed' });
    expect(await aHouse({ holds: ['volunteer', 'matchmaker'] })(count, onPhone)).toEqual({
      ok: false,
      refusal: 'not-allowed',
    });
    expect(served).toEqual([]);
    expect(await aHouse({ holds: ['clerk'] })(count, onPhone)).toMatchObject({ ok: true });
  });

  it('is refused before the message is looked at, so that a stranger learns nothing about it', async () => {
    expect(await aHouse()({ action: 'order', input: 7 }, stranger)).toEqual({ ok: false, refusal: 'sign-in-needed' });
  });

  it('is the clock alone for what the clock does', async () => {
    for (const context of [onPhone, stranger])
      expect(await aHouse({ holds: ['administrator'] })({ action: 'sweep', input: {} }, context)).toEqual({
        ok: false,
        refusal: 'not-allowed',
      });
    expect(served).toEqual([]);
  });

  it('runs everything the clock does when it rings, and nothing a person may do', async () => {
    expect(await aHouse()({ action: 'order', input: { text: 'x' } }, clock)).toEqual({
      sweep: { ok: true, value: { text: '茶' } },
      wipe: { ok: true, value: { text: '茶' } },
    });
    expect(served.map(({ name }) => name)).toEqual(['sweep', 'wipe']);
    expect(served.map(({ personId }) => personId)).toEqual([null, null]);
  });

  it('lets no broken job of the clock keep the others from running', async () => {
    expect(await aHouse({ breaks: new Error('x') })({}, clock)).toEqual({
      sweep: { ok: false, fault: 'r-1' },
      wipe: { ok: false, fault: 'r-1' },
    });
  });
});

describe('what is sent in', () => {
  it('reaches the rule without the fields that nobody asked for', async () => {
    await aHouse()({ action: 'order', input: { text: '茶', price: 0, isAdmin: true } }, onPhone);
    expect(served).toMatchObject([{ input: { text: '茶' } }]);
  });

  it.each([
    ['a field that is missing', {}, { path: 'text', problem: 'missing' }],
    ['a field of another kind', { text: 7 }, { path: 'text', problem: 'missing' }],
    ['no object at all', 'x', { path: '', problem: 'missing' }],
    ['nothing', null, { path: '', problem: 'missing' }],
  ])('is refused with %s, by the field’s name', async (_what, input, field) => {
    expect(await aHouse()({ action: 'order', input }, onPhone)).toEqual({
      ok: false,
      refusal: 'input-invalid',
      fields: [field],
    });
  });

  it.each([
    ['a name that is too long', { name: '王'.repeat(300) }, 'name', 'too-long'],
    ['a name that is too short', { name: '王' }, 'name', 'too-short'],
    ['a name with digits', { name: '王明2' }, 'name', 'characters'],
    [
      'an ID card with a wrong digit',
      { document: { kind: 'id-card', number: '110105194912310021' } },
      'document.number',
      'check-digit',
    ],
    ['an ID card of 1880', { document: { kind: 'id-card', number: '440524188001010014' } }, 'document.number', 'date'],
    ['a mobile of ten digits', { mobile: '1380013800' }, 'mobile', 'format'],
    ['an occupation not on the list', { occupation: 'king' }, 'occupation', 'choice'],
    ['an employer code that is wrong', { employerCode: '91350100M000100Y44' }, 'employerCode', 'check-digit'],
  ])('says what is wrong with %s', async (_what, input, path, problem) => {
    const answer = (await aHouse()({ action: 'fill', input }, onPhone)) as { fields: unknown[] };
    expect(answer).toMatchObject({ ok: false, refusal: 'input-invalid' });
    expect(answer.fields).toContainEqual({ path, problem });
  });

  it('is never repeated, neither in the answer nor in the log', async () => {
    const input = {
      name: '<script>王明</script>',
      mobile: '1381234567',
      document: { kind: 'id-card', number: '110105194912310021' },
    };
    const answer = JSON.stringify(await aHouse()({ action: 'fill', input }, onPhone));
    for (const secret of ['script', '1381234567', '19491231']) {
      expect(answer).not.toContain(secret);
      expect(logged.join()).not.toContain(secret);
    }
  });

  it('may be anything at all, of any size: it is answered', async () => {
    const main = aHouse();
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.anything()), async (input) => {
        for (const action of ['order', 'fill'])
          expect(await main({ action, input }, onPhone)).toMatchObject({ ok: expect.any(Boolean) as boolean });
      }),
    );
    const huge = { text: 'x', more: Array.from({ length: 10_000 }, () => ({ name: '王'.repeat(100) })) };
    expect(await main({ action: 'order', input: huge }, onPhone)).toMatchObject({ ok: true });
    expect(await main({ action: 'fill', input: { name: huge.more } }, onPhone)).toMatchObject({
      refusal: 'input-invalid',
    });
  });
});

describe('what comes out', () => {
  it('is only what the contract promised', async () => {
    expect(await aHouse({ says: { secret: '11010519491231002X' } })({ action: 'menu' }, stranger)).toEqual({
      ok: true,
      value: { text: '茶' },
    });
  });

  it('is a refusal as the rule said it', async () => {
    expect(await aHouse()({ action: 'order', input: { text: '龙井' } }, onPhone)).toEqual({
      ok: false,
      refusal: 'sold-out',
    });
    expect(lines()).toMatchObject([{ action: 'teahouse.order', outcome: 'refused:sold-out' }]);
  });

  it.each([
    ['a thrown error', new Error('王明 13812345678')],
    ['a thrown text', '13812345678'],
    ['a database that is down', Object.assign(new Error('13812345678'), { code: 'DATABASE_REQUEST_FAILED' })],
  ])('is after %s the number of the request and nothing else', async (_what, breaks) => {
    expect(await aHouse({ breaks: breaks as Error })({ action: 'menu' }, stranger)).toEqual({
      ok: false,
      fault: 'r-1',
    });
    expect(logged.join()).not.toContain('13812345678');
    expect(lines()).toMatchObject([{ outcome: 'fault' }]);
  });

  it('is a fault when it is not what the contract promised', async () => {
    expect(await aHouse({ says: { text: 7 } })({ action: 'menu' }, stranger)).toEqual({ ok: false, fault: 'r-1' });
  });

  it('is a request to try again when the database was contended throughout', async () => {
    expect(await aHouse({ breaks: new Contended('x') })({ action: 'menu' }, stranger)).toEqual({
      ok: false,
      refusal: 'busy',
    });
  });

  it('is a fault, not a crash, when a setting is missing', async () => {
    delete process.env['FINGERPRINT_KEY'];
    expect(await aHouse()({ action: 'order', input: { text: 'x' } }, onPhone)).toEqual({ ok: false, fault: 'r-1' });
  });

  it('leaves one line in the log per call', async () => {
    const main = aHouse();
    await main({ action: 'menu' }, stranger);
    await main({ action: 'order', input: {} }, onPhone);
    await main({ action: 'order', input: { text: '茶' } }, stranger);
    expect(lines().map(({ outcome }) => outcome)).toEqual([
      'agreed',
      'refused:input-invalid',
      'refused:sign-in-needed',
    ]);
  });
});

describe('the id of a person', () => {
  it('is the same on every call, and another for another person or another door', () => {
    const id = personOf({ kind: 'wechat', openid: 'openid-li' });
    expect(id).toMatch(/^p[A-Za-z0-9_-]{22}$/);
    expect(personOf({ kind: 'wechat', openid: 'openid-li' })).toBe(id);
    expect(personOf({ kind: 'wechat', openid: 'openid-wang' })).not.toBe(id);
    expect(personOf({ kind: 'web', userId: 'openid-li' })).not.toBe(id);
  });

  it('does not contain the identity it was made from', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^o[A-Za-z0-9_-]{27}$/), (openid) => {
        const id = personIdFor('wechat', openid);
        expect(id).not.toContain(openid.slice(0, 8));
      }),
    );
  });

  it('comes from a ticket only when a ticket of ours could hold it', () => {
    const id = personIdFor('wechat', 'openid-li');
    expect(personOf({ kind: 'ticket', subject: id })).toBe(id);
    for (const subject of ['', 'admin', `${id} `, `${id}x`, '__proto__'])
      expect(personOf({ kind: 'ticket', subject })).toBeNull();
    expect(personOf({ kind: 'timer', trigger: null })).toBeNull();
    expect(personOf({ kind: 'nobody' })).toBeNull();
  });
});
