import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { anIdCard } from '../cloudfunctions/testing/made-up-id-card';
import { consentVersions } from '../types/consent';
import type { ActionName, AnswerFor, InputFor } from '../types/contracts';
import { applicationVersion } from '../types/enrolment';
import { applicants } from '../scripts/seed/personas';
import type { Served } from './served';
import { insist as insistOn, serve } from './served';

const WORKERS = 200;
const CARDS = 20;

/** Phones that never give up: they ask again until somebody answers, as our client does. */
describe('when the machine dies in the middle', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'union-station-'));
  const dataFile = path.join(folder, 'data.sqlite');
  let served: Served;

  beforeAll(async () => {
    served = await serve(dataFile, 0);
  });
  afterAll(async () => {
    await served.kill('SIGINT');
    rmSync(folder, { recursive: true, force: true });
  });

  const insist = <Name extends ActionName>(token: string, name: Name, input: InputFor<Name>) =>
    insistOn(() => served.address, token, name, input);

  const applyAs = async (nth: number): Promise<AnswerFor<'member.apply'>> => {
    const token = `tester:${nth}`;
    const consents = (['membership', 'identity-document'] as const).map((purpose) => ({
      purpose,
      version: consentVersions[purpose],
    }));
    await insist(token, 'member.giveConsents', { consents });
    await insist(token, 'member.saveDraft', {
      occupation: 'courier',
      workAreaId: 'beicai' as never,
      name: '张三',
      mobile: '13900001234',
      document: { kind: 'id-card', number: anIdCard(nth % CARDS, '19850505') },
    });
    await insist(token, 'member.chooseUnion', { unionId: 'beicai' as never, reason: null });
    return insist(token, 'member.apply', { version: applicationVersion, agreed: true });
  };

  it('loses nothing that was acknowledged: 200 workers, 20 ID cards, three kills', async () => {
    const progress = { finished: false };
    const answers = new Map<number, AnswerFor<'member.apply'>>();
    const queue = Array.from({ length: WORKERS }, (_, nth) => nth);
    const hands = Array.from({ length: 32 }, async () => {
      for (let nth = queue.shift(); nth !== undefined; nth = queue.shift()) answers.set(nth, await applyAs(nth));
    });
    const killer = (async () => {
      for (const share of [0.2, 0.5, 0.8]) {
        while (!progress.finished && answers.size < WORKERS * share)
          await new Promise((resolve) => setTimeout(resolve, 20));
        if (progress.finished) return;
        await served.kill('SIGKILL');
        served = await serve(dataFile, served.port);
      }
    })();
    await Promise.all(hands);
    progress.finished = true;
    await killer;

    const accepted = [...answers].filter(([, answer]) => answer.ok).map(([nth]) => nth);
    expect(new Set(accepted.map((nth) => nth % CARDS)).size).toBe(CARDS);
    expect(accepted).toHaveLength(CARDS);
    for (const [nth, answer] of answers) {
      const now = await insist(`tester:${nth}`, 'member.showEnrolment', {});
      expect(now).toMatchObject({ ok: true, value: { state: answer.ok ? 'submitted' : 'draft' } });
      if (!answer.ok) expect(answer).toEqual({ ok: false, refusal: 'id-card-in-use' });
    }
    const seen = new Set<string>();
    for (let cursor: string | null = null; ;) {
      const page: AnswerFor<'review.listPending'> = await insist('persona:clerk', 'review.listPending', {
        cursor: cursor as never,
      });
      if (!page.ok) throw new Error('The queue did not open.');
      for (const item of page.value.items) seen.add(item.caseId);
      cursor = page.value.next;
      if (cursor === null) break;
    }
    // The demonstration's own applicants wait there as well.
    const own =
      1 +
      applicants.filter(
        ({ application }) => application.workAreaId === 'beicai' && application.occupation !== 'ride-hailing',
      ).length;
    expect(seen.size).toBe(CARDS + own);
  });

  it('says in a sentence that the port is taken', async () => {
    await expect(serve(path.join(folder, 'second.sqlite'), served.port)).rejects.toThrow(/端口已被占用/);
  });
});
