import { callerOf } from './callers';

const personas = [{ id: 'lin', name: '林师傅', about: '外卖骑手', openid: 'openid-of-lin' }];

describe('the header of a web request', () => {
  it.each([
    [undefined, { anonymous: true }],
    ['', { anonymous: true }],
    ['Bearer persona:lin', { openid: 'openid-of-lin' }],
    ['Bearer tester:7', { openid: 'tester-7' }],
    ['Bearer openid:oX_1-a', { openid: 'oX_1-a' }],
    ['Bearer uid:staff-1', { customUserId: 'staff-1' }],
  ])('%p names %j', (authorization, identity) => {
    expect(callerOf(authorization, personas)).toEqual(identity);
  });

  it.each([
    'Bearer persona:nobody',
    'Bearer openid:',
    'Bearer openid:a b',
    'Bearer openid:../x',
    `Bearer uid:${'x'.repeat(65)}`,
    'Bearer admin:lin',
    'bearer openid:lin',
    'Basic openid:lin',
  ])('%p names nobody we know', (authorization) => {
    expect(callerOf(authorization, personas)).toBeUndefined();
  });
});
