import { EpochMs } from '../../types/time';
import type { Phone, TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';
import type { News } from './inbox';
import { forget, tell } from './inbox';

const at = EpochMs.parse(Date.parse('2026-11-23T10:00:00+08:00'));

describe('what an inbox forgets', () => {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await openTestCloud();
  });
  beforeEach(() => cloud.reset());
  afterAll(() => cloud.close());

  const news = (to: Phone, kind: News['kind'], once = 'once'): News => ({
    ...{ to: to.personId, kind, once, at, subject: '北蔡公益红娘工作室', eventId: null, when: null, words: null },
  });
  const kindsOf = (phone: Phone): string[] =>
    cloud
      .store('notices')
      .find({ personId: phone.personId })
      .map(({ kind }) => String(kind))
      .sort();

  it('is what somebody was told of these kinds: nothing else of theirs, and nothing of anybody else', async () => {
    const [lin, zhao] = [cloud.as('lin'), cloud.as('zhao')];
    const told = [
      ...[news(lin, 'match-proposed', 'one'), news(lin, 'match-proposed', 'other'), news(lin, 'match-mutual')],
      ...[news(lin, 'event-soon'), news(zhao, 'match-proposed')],
    ];
    await cloud.inside(() => tell(told));
    expect(await cloud.inside(() => forget(lin.personId, ['match-proposed', 'match-mutual'], at))).toBe(3);
    expect([kindsOf(lin), kindsOf(zhao)]).toEqual([['event-soon'], ['match-proposed']]);
    expect(await cloud.inside(() => forget(lin.personId, ['match-proposed', 'match-mutual'], at))).toBe(0);
  });

  it('is what was told until then, and not what comes after', async () => {
    const lin = cloud.as('lin');
    const later = { ...news(lin, 'match-proposed', 'later'), at: EpochMs.parse(at + 1) };
    await cloud.inside(() => tell([news(lin, 'match-proposed'), later]));
    expect(await cloud.inside(() => forget(lin.personId, ['match-proposed'], at))).toBe(1);
    expect(
      cloud
        .store('notices')
        .find()
        .map(({ at: told }) => told),
    ).toEqual([later.at]);
  });

  it('is nothing where no kind is named', async () => {
    await cloud.inside(() => tell([news(cloud.as('lin'), 'match-proposed')]));
    expect(await cloud.inside(() => forget(cloud.as('lin').personId, [], at))).toBe(0);
    expect(kindsOf(cloud.as('lin'))).toEqual(['match-proposed']);
  });
});
