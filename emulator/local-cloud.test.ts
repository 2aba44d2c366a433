import tcb from '@cloudbase/node-sdk';
import type { LocalCloud } from './local-cloud';
import { openLocalCloud } from './local-cloud';

const collections = [{ name: 'members', indexes: [{ name: 'card', keys: [['card', 1]], unique: true }] }] as const;

describe('the local cloud inside a test', () => {
  let cloud: LocalCloud;

  beforeEach(async () => {
    cloud = await openLocalCloud({
      dataFile: ':memory:',
      collections,
      functions: {
        handlers: {
          join: async (event: { name: string }, context: unknown) => {
            const { WX_OPENID = '' } = tcb.getCloudbaseContext(context as never);
            const database = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database();
            await database.collection('members').add({ _id: WX_OPENID, card: `card-${event.name}`, visits: 0 });
            await database
              .collection('members')
              .doc(WX_OPENID)
              .update({ visits: database.command.inc(1) });
            const { data } = await database
              .collection('members')
              .where({ card: `card-${event.name}` })
              .get();
            return data as unknown;
          },
        },
      },
    });
  });

  afterEach(() => cloud.close());

  it('runs a handler with the real SDK and counts its round trips', async () => {
    const outcome = await cloud.call('join', { name: 'lin' }, { openid: 'openid-lin' });
    expect(outcome).toMatchObject({ result: [{ _id: 'openid-lin', card: 'card-lin', visits: 1 }], roundTrips: 3 });
    expect(cloud.documents('members').get('openid-lin')).toEqual({ _id: 'openid-lin', card: 'card-lin', visits: 1 });
  });

  it('answers a handler that throws with an error and no stack', async () => {
    await cloud.call('join', { name: 'lin' }, { openid: 'openid-lin' });
    const { error } = await cloud.call('join', { name: 'lin' }, { openid: 'openid-lin' });
    expect(error).toEqual({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining('E11000 duplicate key error collection: members index: _id_ dup key') as string,
    });
  });
});
