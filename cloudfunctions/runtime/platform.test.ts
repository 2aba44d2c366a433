import * as fc from 'fast-check';
import { callerOf, requestIdOf, setting } from './platform';

const LISTED = 'TCB_SOURCE,TCB_UUID,TCB_CUSTOM_USER_ID,TCB_ISANONYMOUS_USER,LOGINTYPE,TRIGGER_SRC';
const keys = { TCB_CONTEXT_KEYS: LISTED, WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID' };

const aContext = (variables: Record<string, unknown>) => ({
  request_id: 'r-1',
  environment: JSON.stringify({ ...keys, ...variables }),
});
const phone = { TCB_SOURCE: 'wx_client,scf', WX_OPENID: 'openid-li' };

/** A warm instance in whose environment somebody else's call is still written. */
const leftBehind = (variables: Record<string, string>): void => void Object.assign(process.env, keys, variables);

const before = { ...process.env };
afterEach(() => {
  process.env = { ...before };
});

describe('who calls', () => {
  it('is the person on the phone, by WeChat', () => {
    expect(callerOf(aContext(phone))).toEqual({ kind: 'wechat', openid: 'openid-li' });
    expect(callerOf(aContext({ ...phone, TCB_SOURCE: 'wx_devtools' }))).toEqual({
      kind: 'wechat',
      openid: 'openid-li',
    });
  });

  it('is the person on the phone on a platform that writes its context the older way', () => {
    expect(callerOf({ environ: 'WX_OPENID=openid-li;TCB_SOURCE=wx_client,scf;TCB_UUID=' })).toEqual({
      kind: 'wechat',
      openid: 'openid-li',
    });
  });

  it('is whom a ticket of ours was made for', () => {
    expect(callerOf(aContext({ TCB_SOURCE: 'web_client', TCB_UUID: 'u1', TCB_CUSTOM_USER_ID: 'p-li' }))).toEqual({
      kind: 'ticket',
      subject: 'p-li',
    });
  });

  it('is a web user with a name, never an anonymous one', () => {
    expect(callerOf(aContext({ TCB_SOURCE: 'web_client', TCB_UUID: 'u1' }))).toEqual({ kind: 'web', userId: 'u1' });
    expect(callerOf(aContext({ TCB_SOURCE: 'web_client', TCB_UUID: 'u1', TCB_ISANONYMOUS_USER: 'true' }))).toEqual({
      kind: 'nobody',
    });
  });

  it('is the clock when the platform says so, even with an openid beside it', () => {
    expect(callerOf(aContext({ ...phone, TRIGGER_SRC: 'timer' }))).toEqual({ kind: 'timer', trigger: null });
  });

  it.each(['web_client', 'tcb_http', '', 'wx_http', 'evil,wx_client'])(
    'is not believed to be on a phone when the call came from %p',
    (source) => {
      expect(callerOf(aContext({ ...phone, TCB_SOURCE: source })).kind).not.toBe('wechat');
    },
  );

  it.each([
    ['a visitor on the web', { TCB_SOURCE: 'web_client', TCB_UUID: 'u2', TCB_ISANONYMOUS_USER: 'true' }, 'nobody'],
    ['somebody on the web', { TCB_SOURCE: 'web_client', TCB_UUID: 'u2' }, 'web'],
    ['a call that says nothing about itself', {}, 'nobody'],
  ])('is never the person who called before: %s', (_who, variables, kind) => {
    leftBehind({ ...phone, TCB_CUSTOM_USER_ID: 'p-li', TCB_UUID: 'u1' });
    const caller = callerOf(aContext(variables));
    expect(caller.kind).toBe(kind);
    expect(JSON.stringify(caller)).not.toMatch(/openid-li|p-li|u1/);
  });

  it('is not the clock because the clock rang before', () => {
    leftBehind({ TRIGGER_SRC: 'timer' });
    expect(callerOf(aContext(phone))).toEqual({ kind: 'wechat', openid: 'openid-li' });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'wx_client'],
    ['an empty object', {}],
    ['an environment that is not JSON', { environment: '{"WX_OPENID":' }],
    ['an environment that is a list', { environment: '["wx_client"]' }],
    ['an environment that is null', { environment: 'null' }],
    ['an environment that is an object', { environment: { ...phone } }],
    ['an environ that is a number', { environ: 7 }],
    ['values of the wrong kind', { environment: JSON.stringify({ TCB_SOURCE: 'wx_client', WX_OPENID: { a: 1 } }) }],
  ])('is nobody when the context is %s', (_what, context) => {
    leftBehind(phone);
    expect(callerOf(context)).toEqual({ kind: 'nobody' });
  });

  it('is answered for any context at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ environment: fc.json() }), fc.record({ environ: fc.string() })),
        (context) => {
          expect(typeof callerOf(context).kind).toBe('string');
        },
      ),
    );
  });
});

describe('the number of a request', () => {
  it('is the platform’s own', () => {
    expect(requestIdOf({ request_id: 'r-1' })).toBe('r-1');
  });

  it.each([undefined, null, {}, { request_id: 7 }])('is a fresh one where the platform gives none: %p', (context) => {
    expect(requestIdOf(context)).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(requestIdOf(context)).not.toBe(requestIdOf(context));
  });
});

describe('a setting', () => {
  it('that is missing or empty is asked for by name', () => {
    process.env['SOME_KEY'] = '';
    expect(() => setting('SOME_KEY')).toThrow('SOME_KEY');
    expect(() => setting('NO_SUCH_KEY')).toThrow('NO_SUCH_KEY');
    process.env['SOME_KEY'] = 'value';
    expect(setting('SOME_KEY')).toBe('value');
  });
});
