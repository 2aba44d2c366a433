import { tally } from '../testing/duty-world';
import { matchNow } from '../testing/matchmaking';
import { aPicture } from '../testing/pictures';
import type { StudioWorld } from '../testing/studio-world';
import { consentsTo, joining, openStudioWorld, saidIn } from '../testing/studio-world';
import { sealedSaid } from './profile-records';

const refused = (refusal: string) => ({ ok: false, refusal });
const photo = aPicture(480, 640, '一张照片');
const blurred = aPicture(18, 24);

describe('one’s picture at the studio', () => {
  let world: StudioWorld;
  beforeAll(async () => {
    world = await openStudioWorld();
  });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  it('is sealed, without place and time of the camera, and waits for somebody to look at it', async () => {
    const lin = await world.joined('lin');
    const traced = aPicture(480, 640, '一张照片', 'GPS 31.23 121.47');
    const { profile } = await lin.must('matchmaking.savePhoto', { photo: traced, blurred });
    expect(lin.tripsOfLast()).toBe(7);
    expect(profile).toMatchObject({ hasPhoto: true, held: ['photo'], revision: 2 });
    expect(world.stored(lin)).toMatchObject({ heldFor: ['beicai'], heldSince: matchNow });
    expect(await lin.must('matchmaking.showOwnPhoto', {})).toEqual({ photo, blurred });
    for (const picture of [photo, blurred, traced])
      expect(world.cloud.everythingWritten()).not.toContain(picture.slice(8, 40));
  });

  it('waits again when it is replaced, and is out of the list of what was turned down', async () => {
    const lin = await world.joined('lin');
    await lin.must('matchmaking.savePhoto', { photo, blurred });
    const said = await saidIn(world, lin);
    const turnedDown = [{ field: 'photo' as const, reason: '看不清' }];
    const { profileId } = world.stored(lin);
    world.change(lin, { held: [], heldFor: [], sealed: sealedSaid(profileId, { ...said, turnedDown }) });
    const other = aPicture(480, 640, '另一张');
    const { profile } = await lin.must('matchmaking.savePhoto', { photo: other, blurred });
    expect(profile).toMatchObject({ held: ['photo'], turnedDown: [] });
    expect(await lin.must('matchmaking.showOwnPhoto', {})).toEqual({ photo: other, blurred });
    expect(world.cloud.store('match-photos').count()).toBe(1);
  });

  it.each([
    ['25 pixels wide', aPicture(25, 18)],
    ['25 pixels high', aPicture(18, 25)],
    ['more than three kilobytes', aPicture(18, 24, 'x'.repeat(3_072))],
    ['no picture', 'AAAA' as typeof photo],
  ])('is not taken where the blurred one is %s', async (_what, small) => {
    const lin = await world.joined('lin');
    const answer = await lin.ask('matchmaking.savePhoto', { photo, blurred: small });
    expect(answer).toEqual(refused('no-picture'));
    expect(world.cloud.store('match-photos').count()).toBe(0);
  });

  it('may be blurred to 24 pixels, and not a pixel more', async () => {
    const lin = await world.joined('lin');
    expect(await lin.ask('matchmaking.savePhoto', { photo, blurred: aPicture(24, 24) })).toMatchObject({ ok: true });
  });

  it('is not taken where it is none itself', async () => {
    const lin = await world.joined('lin');
    expect(await lin.ask('matchmaking.savePhoto', { photo: 'AAAA' as typeof photo, blurred })).toEqual(
      refused('no-picture'),
    );
  });

  it('needs a consent of its own, and to have joined', async () => {
    const lin = world.member('lin');
    expect(await lin.ask('matchmaking.savePhoto', { photo, blurred })).toEqual(refused('not-joined'));
    expect(await lin.ask('matchmaking.removePhoto', {})).toEqual(refused('not-joined'));
    expect(await lin.ask('matchmaking.showOwnPhoto', {})).toEqual(refused('not-joined'));
    await lin.must('matchmaking.join', joining({ consents: consentsTo(['pool']) }));
    expect(await lin.ask('matchmaking.savePhoto', { photo, blurred })).toEqual(refused('consent-needed'));
    expect(await lin.must('matchmaking.showOwnPhoto', {})).toEqual({ photo: null, blurred: null });
  });

  it('goes when it is removed, and removing it twice is no harm', async () => {
    const lin = await world.joined('lin');
    await lin.must('matchmaking.savePhoto', { photo, blurred });
    const { profile } = await lin.must('matchmaking.removePhoto', {});
    expect(profile).toMatchObject({ hasPhoto: false, held: [] });
    expect(world.stored(lin)).toMatchObject({ heldFor: [], heldSince: null });
    expect(world.cloud.store('match-photos').count()).toBe(0);
    expect((await lin.must('matchmaking.removePhoto', {})).profile.revision).toBe(profile.revision);
  });

  it('is there or not as the profile says, however often it is saved and removed at once', async () => {
    const lin = await world.joined('lin');
    const acts = Array.from({ length: 6 }, (_, nth) =>
      nth % 2 === 0 ? lin.ask('matchmaking.savePhoto', { photo, blurred }) : lin.ask('matchmaking.removePhoto', {}),
    );
    const counted = tally(await Promise.all(acts));
    expect(Object.keys(counted).filter((answer) => answer !== 'yes' && answer !== 'busy')).toEqual([]);
    expect(world.cloud.store('match-photos').count()).toBe(world.stored(lin).hasPhoto ? 1 : 0);
    expect(world.stored(lin).held).toEqual(world.stored(lin).hasPhoto ? ['photo'] : []);
  });

  it('leaves no picture behind where somebody leaves while it is on its way', async () => {
    const lin = await world.joined('lin');
    await Promise.all([
      lin.ask('matchmaking.savePhoto', { photo, blurred }),
      lin.ask('matchmaking.leave', { understood: true }),
      lin.ask('matchmaking.savePhoto', { photo, blurred }),
    ]);
    expect(world.cloud.store('match-photos').count()).toBe(0);
    expect(world.cloud.store('match-profiles').count()).toBe(0);
  });
});
