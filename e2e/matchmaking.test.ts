import type { Page } from 'playwright-core';
import { personIdFor } from '../cloudfunctions/runtime/serve';
import { aMixerEvent, storeMixerEvent } from '../cloudfunctions/testing/mixers';
import { profileIdDrawnFor } from '../scripts/seed/profile-id';
import type { ProposalId, UnionId } from '../types/ids';
import { mixerConsentVersion } from '../types/match-kind';
import { EpochMs } from '../types/time';
import { hands } from './hands';
import type { Acts } from './studio-acts';
import { actsIn, dayOfProposal, newKey, ring } from './studio-acts';
import type { World } from './world';
import { beginWorld } from './world';

const studioId = 'beicai' as UnionId;
const match = (name: string, about = '') => `features/matchmaking/pages/${name}/index${about}`;
const HOUR_MS = 3_600_000;
/** A matchmaker sits at a desk. */
const desk = { width: 1280, height: 900 } as const;

describe('the matchmaking studio', () => {
  let world: World;
  let acts: Acts;
  let proposalId: ProposalId;
  const faults: string[] = [];

  beforeAll(async () => {
    world = await beginWorld();
    acts = actsIn(world);
    const { proposals } = await acts('single-chen', 'matchmaking.listProposals', {});
    const [first] = proposals;
    if (first === undefined) throw new Error('Nobody is proposed to 陈静.');
    proposalId = first.proposalId;
  });
  afterAll(() => world.end());

  const phone = async (...words: Parameters<World['phone']>): Promise<Page> => {
    const page = await world.phone(...words);
    page.on('pageerror', (error) => faults.push(error.message));
    return page;
  };
  const textOf = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

  it('takes somebody in who states it, agrees to each thing apart, and reads who looked', async () => {
    const page = await phone('member', { at: match('studio'), width: 360, height: 740 });
    const { press, tick, write, reads, choose } = hands(page);
    await press('登记我的资料');
    await press('下一步');
    await reads('两件都符合才能登记，请在这里打勾');
    await tick('我现在单身：没有结婚，也没有在交往的人');
    await tick('我已满18周岁');
    await tick('同意保存，由红娘查看');
    await tick('同意把我标明可以看的内容给被介绍的人看');
    await press('下一步');
    await write('红娘和对方怎么称呼您', '大王');
    await choose('男');
    await write('哪一年出生', '1991');
    await press('下一步');
    await choose('微信号');
    await write('微信号', 'wang_shifu_85');
    await press('完成登记');
    await reads('已经登记好了');

    const { items } = await acts('matchmaker', 'matchmaking.searchPool', {
      studioId,
      gender: null,
      ageFrom: null,
      ageUpTo: null,
      interests: [],
      text: '大王',
      cursor: null,
    });
    expect(items.map(({ calledName }) => calledName)).toEqual(['大王']);
    await hands(page).goTo(world.cloud.address, match('looks'));
    await reads(/红娘每看一次/);
    await reads(/北蔡公益红娘工作室 钱老师/);
  });

  it('books a sitting of which the matchmaker reads, asked for twice the same, and gives it back without a reason', async () => {
    const page = await phone('member', { at: match('studio'), width: 360, height: 740 });
    const { press, tick, reads } = hands(page);
    await press(/^预约坐班/);
    await reads('选一个时间');
    const times = page.getByRole('checkbox', { name: /^\d{1,2}:\d\d$/ }).filter({ visible: true });
    await tick((await times.first().innerText()).trim());
    await press(/^预约 /);
    await reads('您约好了');

    const { own, days } = await acts('member', 'matchmaking.listSittings', { studioId });
    if (own === null) throw new Error('Nothing was booked.');
    const { day, startsAt } = own;
    const bench = await phone('matchmaker', { at: match('sitting-day', `?id=${studioId}&day=${day}`), ...desk });
    await hands(bench).reads(/大王/);

    const freeAt = (of: typeof days): number =>
      of.flatMap(({ slots }) => slots).find((one) => one.startsAt === startsAt)?.free ?? 0;
    await acts('member', 'matchmaking.bookSitting', { studioId, startsAt });
    expect(freeAt((await acts('member', 'matchmaking.listSittings', { studioId })).days)).toBe(freeAt(days));
    await press('取消预约');
    await press('取消预约');
    await reads('选一个时间');
    expect(freeAt((await acts('member', 'matchmaking.listSittings', { studioId })).days)).toBe(freeAt(days) + 1);
  });

  it('is proposed by the matchmaker at the bench to somebody else of the pool, and both yes opens the contact', async () => {
    const search = { studioId, ageFrom: null, ageUpTo: null, interests: [], cursor: null };
    const him = await acts('matchmaker', 'matchmaking.searchPool', { ...search, gender: 'man', text: '大王' });
    const women = await acts('matchmaker', 'matchmaking.searchPool', { ...search, gender: 'woman', text: null });
    const [one, other] = [him.items[0], women.items.find(({ notNow }) => notNow === null)];
    if (one === undefined || other === undefined) throw new Error('Nobody is in the pool.');

    const at = match('person', `?id=${one.profileId}&studio=${studioId}`);
    const bench = await phone('matchmaker', { at, ...desk });
    await hands(bench).press(/^从资料库里挑一位/);
    await hands(bench).reads('正在为大王留意。打开一位的资料，看过再决定要不要介绍。');
    const hers = match('person', `?id=${other.profileId}&studio=${studioId}&for=${one.profileId}`);
    await hands(bench).goTo(world.cloud.address, hers);
    await hands(bench).press(/^和.*互相介绍$/);
    await hands(bench).reads(`大王会看到的${other.calledName}`);
    await hands(bench).press('请两位看看');
    await hands(bench).press('请两位看看');
    await hands(bench).reads('已经请两位看了');

    const { proposals } = await acts('member', 'matchmaking.listProposals', {});
    const mine = proposals.find(({ calledName }) => calledName === other.calledName)?.proposalId;
    if (mine === undefined) throw new Error('大王 was not asked.');
    const page = await phone('member', { at: match('studio'), width: 360, height: 740 });
    await hands(page).press('看看给我的介绍');
    await hands(page).press(new RegExp(other.calledName));
    await hands(page).press('愿意');
    await hands(page).reads('您现在答的是：愿意。揭晓之前都可以改。');
    const herKey = keyOf(other.profileId);
    await acts(herKey, 'matchmaking.answer', { proposalId: mine, answer: 'yes' });
    const { profile } = await acts(herKey, 'matchmaking.showOwn', {});
    const reached = profile?.form.contact.value ?? '';
    await page.reload();
    await hands(page).reads('您现在答的是：愿意。揭晓之前都可以改。');
    expect(await textOf(page)).not.toContain(reached);

    await dayOfProposal(world, mine);
    await page.reload();
    await hands(page).reads(`您和${other.calledName}都愿意认识`);
    expect((await textOf(page)).replace(/\s/g, '')).toContain(reached);
    const { proposal } = await acts(herKey, 'matchmaking.showProposal', { proposalId: mine });
    expect(proposal.contact).toEqual({ kind: 'wechat', value: 'wang_shifu_85' });
    await hands(page).goTo(world.cloud.address, match('looks'));
    await hands(page).reads('把您介绍给了一位');
  });

  it('opens contacts to two who both said yes, at one instant and not before', async () => {
    const at = match('proposal', `?id=${proposalId}`);
    const chen = await phone('single-chen', { at });
    const lin = await phone('single-lin', { at, width: 360, height: 740 });
    await hands(chen).press('愿意');
    await hands(chen).reads('您现在答的是：愿意。揭晓之前都可以改。');
    await hands(lin).press('不愿意');
    await hands(lin).reads('您现在答的是：不愿意。揭晓之前都可以改。');
    await hands(lin).press('愿意');
    await hands(lin).reads('您现在答的是：愿意。揭晓之前都可以改。');
    await chen.reload();
    await hands(chen).reads('您现在答的是：愿意。揭晓之前都可以改。');
    expect(await textOf(chen)).not.toContain('13900000021');

    await dayOfProposal(world, proposalId);
    await chen.reload();
    await lin.reload();
    await hands(chen).reads('您和阿浩都愿意认识');
    await hands(chen).reads(/139\s?0000\s?0021/);
    await hands(lin).reads('您和小静都愿意认识');
    await hands(lin).reads('chenjing_0412');
  });

  it('is silent about a no: neither side, nor the matchmaker, reads anything but the end', async () => {
    const { suggestions } = await acts('matchmaker', 'matchmaking.suggest', {
      profileId: profileIdDrawnFor('single-6'),
    });
    const [other] = suggestions;
    if (other === undefined) throw new Error('Nobody is suggested.');
    const otherKey = keyOf(other.row.profileId);
    const proposed = await acts('matchmaker', 'matchmaking.propose', {
      one: profileIdDrawnFor('single-6'),
      other: other.row.profileId,
      hideOfOne: [],
      hideOfOther: [],
      wordsToOne: null,
      wordsToOther: null,
      requestKey: newKey(),
    });
    await acts('single-6', 'matchmaking.answer', { proposalId: proposed.proposalId, answer: 'yes' });
    await acts(otherKey, 'matchmaking.answer', { proposalId: proposed.proposalId, answer: 'no' });
    const toldBefore = await inboxes('single-6', otherKey, 'matchmaker');
    await dayOfProposal(world, proposed.proposalId);
    expect(await inboxes('single-6', otherKey, 'matchmaker')).toEqual(toldBefore);
    for (const key of ['single-6', otherKey]) {
      const { proposals } = await acts(key, 'matchmaking.listProposals', {});
      expect(proposals.find((one) => one.proposalId === proposed.proposalId)).toMatchObject({
        state: 'ended',
        calledName: null,
        answer: null,
      });
    }
    const page = await phone('matchmaker', { at: match('proposals', `?id=${studioId}`), ...desk });
    await hands(page).reads(/已经?结束/);
    expect(await textOf(page)).not.toMatch(/不愿意|没有回答|拒绝/);
  });

  it('tells forty people at a mixer only who chose each other', async () => {
    const now = Date.now();
    const startsAt = EpochMs.parse(now - 3 * HOUR_MS);
    const endsAt = EpochMs.parse(now - HOUR_MS);
    const guests = ['single-chen', 'member', ...Array.from({ length: 38 }, (_, nth) => `single-${nth + 100}`)];
    const event = aMixerEvent('mixer-of-forty', {
      title: '周末联谊',
      sessions: [{ startsAt, endsAt }],
      opensAt: EpochMs.parse(now - 48 * HOUR_MS),
      closesAt: startsAt,
      cancelBy: startsAt,
    });
    const eventId = event._id;
    storeMixerEvent(
      { store: (name) => world.cloud.documents(name) },
      event,
      guests.map((key) => personIdFor('wechat', `local-${key}`)),
    );
    await acts('matchmaker', 'matchmaking.openMixer', { studioId, eventId });
    const numbers = await Promise.all(
      guests.map(async (key, nth) => {
        const { mixer } = await acts(key, 'matchmaking.takeBadge', {
          eventId,
          consent: mixerConsentVersion,
          calledName: `客人${nth}`,
          contact: { kind: 'wechat', value: `guest_${String(nth).padStart(3, '0')}` },
        });
        return mixer.number ?? 0;
      }),
    );
    expect(new Set(numbers)).toEqual(new Set(guests.map((_, nth) => nth + 1)));
    const until = EpochMs.parse(now + 2 * HOUR_MS);
    await acts('matchmaker', 'matchmaking.openCards', { studioId, eventId, until });
    const numberOf = (nth: number): number => numbers[nth] ?? 0;
    // 0 and 1 choose each other, 2 chooses 0 in vain, everybody else the next in line.
    await acts('single-chen', 'matchmaking.saveChoices', { eventId, numbers: [numberOf(1), numberOf(5)] });
    await acts('member', 'matchmaking.saveChoices', { eventId, numbers: [numberOf(0)] });
    await Promise.all(
      guests
        .slice(2)
        .map((key, nth) =>
          acts(key, 'matchmaking.saveChoices', { eventId, numbers: [numberOf(nth === 0 ? 0 : nth + 1)] }),
        ),
    );
    world.cloud
      .documents('match-mixers')
      .update({ _id: eventId }, { $set: { choosesUntil: now - 1_000, dueAt: now - 1_000 } });
    await ring(world);

    const seen = await Promise.all(
      guests.map(async (key) => (await acts(key, 'matchmaking.showMixer', { eventId })).mixer.mutual),
    );
    expect(seen.map((mutual) => mutual.map(({ number }) => number))).toEqual([
      [numberOf(1)],
      [numberOf(0)],
      ...guests.slice(2).map(() => []),
    ]);
    const page = await phone('single-chen', { at: match('mixer', `?id=${eventId}`), width: 360, height: 740 });
    await hands(page).reads(/客人1/);
    expect(await textOf(page)).not.toContain('客人2');
  });

  it('lets go of everything at one tap', async () => {
    const lin = await phone('single-lin', { at: match('profile') });
    await hands(lin).press('离开工作室');
    await hands(lin).press('离开，全部删除');
    await hands(lin).reads('已经离开，您的资料都删除了');
    const personId = personIdFor('wechat', 'local-single-lin');
    const left = world.cloud
      .exportText()
      .split('\n')
      .filter((line) => line.includes('match-') && line.includes(personId));
    expect(left).toEqual([]);
    const { proposals } = await acts('single-chen', 'matchmaking.listProposals', {});
    expect(proposals.find((one) => one.proposalId === proposalId)).toMatchObject({ state: 'ended', calledName: null });
  });

  it('breaks nothing on the way', () => {
    expect(faults).toEqual([]);
  });

  const inboxes = async (...keys: readonly string[]): Promise<unknown[]> => {
    const all: unknown[] = [];
    for (const key of keys)
      all.push((await acts(key, 'notice.listOwn', {})).items.map(({ kind, subject }) => [kind, subject]));
    return all;
  };

  /** Whose profile it is, among the people of the demonstration. */
  const keyOf = (profileId: string): string => {
    const keys = ['single-chen', 'single-lin', ...Array.from({ length: 412 }, (_, nth) => `single-${nth}`)];
    const found = keys.find((key) => profileIdDrawnFor(key) === profileId);
    if (found === undefined) throw new Error(`${profileId} is nobody of the demonstration.`);
    return found;
  };
});
