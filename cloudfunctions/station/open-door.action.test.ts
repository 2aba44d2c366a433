import { createPrivateKey, createPublicKey, verify } from 'node:crypto';
import type { InputFor } from '../../types/contracts';
import { StationId } from '../../types/ids';
import { EpochMs } from '../../types/time';
import { itIs } from '../testing/calendar';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import { aStation, allDay } from '../testing/stations';
import { printedCode } from './station-code';
import type { Unindexed } from './station-index';

const id = StationId.parse('beicai-1');
const atTheDoor = { longitude: 121.556, latitude: 31.179 };
const twoKilometresOff = { longitude: 121.577, latitude: 31.179 };
const at = (text: string): EpochMs => EpochMs.parse(Date.parse(`${text}+08:00`));
const noon = at('2026-11-20T12:00:00');
const night = at('2026-11-20T21:00:00');

describe('opening a station’s door', () => {
  let cloud: TestCloud;

  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    itIs(noon);
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  afterAll(() => cloud.close());

  const aDoor = (more: Partial<Unindexed> = {}) => {
    const station = aStation(id, { doorId: 'beicai-1-front', ...more });
    cloud.store('stations').insert(station);
    return station;
  };
  const open = (more: Partial<InputFor<'station.openDoor'>> = {}) =>
    cloud.as('rider').ask('station.openDoor', { stationId: id, code: null, place: null, ...more });

  it('gives a token that the door’s public key proves, and that says nothing of who opened', async () => {
    aDoor();
    const answer = await open({ place: atTheDoor });
    if (!answer.ok) throw new Error('refused');
    const { token, expiresAt } = answer.value;
    const [version, payload = '', signature = ''] = token.split('.');
    const signer = createPrivateKey({
      key: Buffer.from(process.env['DOOR_KEY'] ?? '', 'base64'),
      format: 'der',
      type: 'pkcs8',
    });
    const isProved = verify(
      null,
      Buffer.from(`${version}.${payload}`),
      createPublicKey(signer),
      Buffer.from(signature, 'base64url'),
    );
    expect(isProved).toBe(true);
    const grant: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const [kept] = cloud.store('door-grants').find({});
    expect(grant).toEqual({ door: 'beicai-1-front', exp: noon + 60_000, nonce: kept?.['_id'] });
    expect(expiresAt).toBe(noon + 60_000);
  });

  it('writes down who was let in, for 30 days', async () => {
    aDoor();
    await open({ place: atTheDoor });
    expect(cloud.store('door-grants').find({})).toEqual([
      expect.objectContaining({
        personId: cloud.as('rider').personId,
        doorId: 'beicai-1-front',
        at: noon,
        purgeAt: noon + 30 * 24 * 3_600_000,
      }),
    ]);
    expect(cloud.everythingWritten()).not.toContain('D1.');
  });

  it('gives another token each time', async () => {
    aDoor();
    const answers = await Promise.all([1, 2, 3].map(() => open({ place: atTheDoor })));
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.token : ''))).size).toBe(3);
  });

  it('opens by the code at the door alone', async () => {
    const { doorCode } = aDoor();
    expect((await open({ stationId: null, code: printedCode(doorCode) })).ok).toBe(true);
  });

  it.each([
    ['from far away', () => aDoor(), { place: twoKilometresOff }, 'too-far'],
    ['from nowhere in particular', () => aDoor(), {}, 'place-needed'],
    [
      'at a station that is not on the map, without its code',
      () => aDoor({ place: null }),
      { place: atTheDoor },
      'place-needed',
    ],
    ['at a station without such a door', () => aDoor({ doorId: null }), { place: atTheDoor }, 'no-door'],
    [
      'at a station whose hours nobody knows',
      () => aDoor({ opening: { sessions: [], onHolidays: 'as-usual', holidaySessions: [] } }),
      { place: atTheDoor },
      'closed-now',
    ],
    [
      'while a closure is announced',
      () => aDoor({ closure: { from: noon, until: night, reason: '台风' } }),
      { place: atTheDoor },
      'closed-now',
    ],
    [
      'at a station that is none',
      () => aDoor(),
      { stationId: StationId.parse('nowhere'), place: atTheDoor },
      'station-not-found',
    ],
    ['by a forged code', () => aDoor(), { code: 's.H0M3S7VN.00000000' }, 'code-unreadable'],
  ] as const)('opens nothing %s', async (_when, prepare, wish, refusal) => {
    prepare();
    expect(await open(wish)).toEqual({ ok: false, refusal });
    expect(cloud.store('door-grants').count({})).toBe(0);
  });

  it('opens at opening, and not at closing', async () => {
    aDoor();
    itIs(at('2026-11-20T08:59:59.999'));
    expect(await open({ place: atTheDoor })).toEqual({ ok: false, refusal: 'closed-now' });
    itIs(at('2026-11-20T09:00:00'));
    expect((await open({ place: atTheDoor })).ok).toBe(true);
    itIs(at('2026-11-20T17:00:00'));
    expect(await open({ place: atTheDoor })).toEqual({ ok: false, refusal: 'closed-now' });
  });

  it('opens at night where the station never closes, or somebody is on duty', async () => {
    itIs(night);
    aDoor({ opening: allDay });
    expect((await open({ place: atTheDoor })).ok).toBe(true);
    cloud.reset();
    aDoor({
      live: {
        round: 1,
        statements: {},
        duty: { somebody: { since: night, until: EpochMs.parse(night + 1) } },
        answers: [],
      },
    });
    expect((await open({ place: atTheDoor })).ok).toBe(true);
  });

  it('opens to nobody at night once the duty is over, though nobody said that they left', async () => {
    itIs(night);
    const duty = { somebody: { since: noon, until: night } };
    aDoor({ live: { round: 1, statements: {}, duty, answers: [] } });
    expect(await open({ place: atTheDoor })).toEqual({ ok: false, refusal: 'closed-now' });
  });

  it('is for somebody who is signed in', async () => {
    aDoor();
    const input = { stationId: id, code: null, place: atTheDoor };
    const { result } = await cloud.nobody('station', { action: 'openDoor', input });
    expect(result).toEqual({ ok: false, refusal: 'sign-in-needed' });
  });
});
