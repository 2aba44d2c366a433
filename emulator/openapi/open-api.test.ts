import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import tcb from '@cloudbase/node-sdk';
import { wechatDouble } from '../gateway/wechat';
import { parseMultipart } from '../gateway/multipart';
import type { LocalCloud } from '../local-cloud';
import { openLocalCloud } from '../local-cloud';
import { createOpenApi } from './open-api';
import { createOutbox } from './outbox';
import { crc32 } from './crc32';
import { drawCode } from './picture';
import { isTemplateValue } from './template-values';

const NOW = new Date('2025-03-08T02:00:00Z');
const message = { touser: 'lin', template_id: 'T', data: { thing1: { value: '提醒' } } };
const inSeconds = (seconds: number): number => NOW.getTime() / 1000 + seconds;

function world() {
  const outbox = createOutbox();
  const openApi = createOpenApi(outbox, () => NOW);
  const codeOf = (api: string, request: object): number => {
    const answer = openApi.call(api, request as Readonly<Record<string, unknown>>, null);
    return 'json' in answer ? answer.json.errcode : 0;
  };
  return { outbox, openApi, codeOf };
}

describe('a subscription message', () => {
  it.each([
    ['is sent', {}, 0],
    ['needs somebody', { touser: '' }, 40003],
    ['needs an openid', { touser: '林师傅' }, 40003],
    ['needs a template', { template_id: '' }, 40037],
    ['may open a page with a query', { page: 'pages/duty/index?id=1' }, 0],
    ['opens no page with a slash before it', { page: '/pages/duty' }, 41030],
    ['needs data', { data: {} }, 47003],
    ['needs values', { data: { thing1: '提醒' } }, 47003],
    ['needs values that are not empty', { data: { thing1: { value: ' ' } } }, 47003],
    ['is of a known state', { miniprogram_state: 'beta' }, 47003],
    ['is refused by who refuses', { touser: 'lin-refuses' }, 43101],
  ])('%s', (_title, change, code) => {
    expect(world().codeOf('subscribeMessage.send', { ...message, ...change })).toBe(code);
  });

  it('is refused by somebody until they accept again', () => {
    const { outbox, codeOf } = world();
    outbox.refuse('lin');
    expect(codeOf('subscribeMessage.send', message)).toBe(43101);
    outbox.accept('lin');
    expect(codeOf('subscribeMessage.send', message)).toBe(0);
    outbox.refuse('lin');
    outbox.clear();
    expect(codeOf('subscribeMessage.send', message)).toBe(0);
  });

  it.each([
    ['thing1', '二十个字以内的事物'.repeat(2), true],
    ['thing1', '长'.repeat(21), false],
    ['number2', '12.5', true],
    ['number2', '12件', false],
    ['letter3', 'abc', true],
    ['letter3', 'ab1', false],
    ['symbol4', '##', true],
    ['symbol4', '#1', false],
    ['character_string5', 'No.20250308', true],
    ['character_string5', '订单1', false],
    ['time6', '2025年3月8日 14:00', true],
    ['time6', '下午', false],
    ['date7', '2025-03-08', true],
    ['date7', '明天', false],
    ['amount8', '￥12.50', true],
    ['amount8', '十元', false],
    ['phone_number9', '+86-0766-66888866', true],
    ['phone_number9', '电话13800000001', false],
    ['car_number10', '粤A8Z888挂', true],
    ['name11', '林师傅', true],
    ['name11', '长'.repeat(11), false],
    ['phrase12', '待审核', true],
    ['phrase12', '一二三四五六', false],
    ['whatever', 'anything', true],
  ])('takes in %s %j: %p', (name, value, isRight) => {
    expect(isTemplateValue(name, { value })).toBe(isRight);
  });
});

describe('each call', () => {
  it.each([
    ['security.msgSecCheck', { content: '周末一起走走' }, 0],
    ['security.msgSecCheck', { content: '来赌博' }, 87014],
    ['security.msgSecCheck', { content: '' }, 44002],
    ['security.msgSecCheck', { content: '长'.repeat(3000) }, 0],
    ['security.msgSecCheck', { version: 2, openid: 'lin', scene: 1, content: '来赌博' }, 0],
    ['security.msgSecCheck', { version: 2, openid: 'lin', scene: 9, content: 'x' }, 47001],
    ['security.msgSecCheck', { version: 2, openid: '', scene: 1, content: 'x' }, 40003],
    ['security.imgSecCheck', {}, 41005],
    ['security.imgSecCheck', { media: { contentType: 'text/plain', filename: 'a', value: Buffer.from('x') } }, 40004],
    ['security.mediaCheckAsync', { media_url: 'https://a.example/b.png', media_type: 2 }, 0],
    ['security.mediaCheckAsync', { media_url: 'https://a.example/b.png', media_type: 3 }, 40004],
    ['phonenumber.getPhoneNumber', { code: 'phone:13800000001' }, 0],
    ['phonenumber.getPhoneNumber', { code: 'x' }, 40029],
    ['auth.code2Session', { appid: 'a', secret: 's', js_code: 'openid:lin' }, 0],
    ['auth.code2Session', { appid: 'a', secret: 's', js_code: 'lin' }, 40029],
    ['auth.code2Session', { secret: 's', js_code: 'openid:lin' }, 41002],
    ['customerServiceMessage.send', { touser: 'lin', msgtype: 'text', text: { content: '您好' } }, 0],
    ['customerServiceMessage.send', { touser: 'lin', msgtype: 'text', text: {} }, 47001],
    ['customerServiceMessage.send', { touser: 'lin', msgtype: 'constructor' }, 40008],
    ['customerServiceMessage.send', { touser: 'lin-refuses', msgtype: 'text', text: { content: 'x' } }, 45015],
    ['customerServiceMessage.setTyping', { touser: 'lin', command: 'Typing' }, 0],
    ['wxacode.getUnlimited', { scene: "a=1&b=!#$'()*+,/:;?@-._~" }, 0],
    ['wxacode.getUnlimited', { scene: 'x'.repeat(32) }, 0],
    ['wxacode.getUnlimited', { scene: 'x'.repeat(33) }, 40129],
    ['wxacode.getUnlimited', { scene: '' }, 40129],
    ['wxacode.getUnlimited', { scene: '中文' }, 40129],
    ['wxacode.getUnlimited', { scene: 'a', page: '/pages/a' }, 41030],
    ['wxacode.getUnlimited', { scene: 'a', page: 'pages/a?b=1' }, 41030],
    ['wxacode.getUnlimited', { scene: 'a', width: 100 }, 40097],
    ['wxacode.getUnlimited', { scene: 'a', env_version: 'beta' }, 40097],
    ['wxacode.get', { path: 'pages/a?b=1' }, 0],
    ['wxacode.get', { path: '' }, 40159],
    ['wxacode.createQRCode', { path: `pages/${'a'.repeat(123)}` }, 40159],
    ['urllink.generate', { path: '/pages/a', query: 'b=1' }, 0],
    ['urllink.generate', { path: '/pages/a?b=1' }, 40165],
    ['urllink.generate', { expire_type: 1, expire_interval: 30 }, 0],
    ['urllink.generate', { expire_type: 1, expire_interval: 31 }, 85401],
    ['urlscheme.generate', { jump_wxa: { path: 'pages/a' }, expire_time: inSeconds(60) }, 0],
    ['urlscheme.generate', { expire_time: inSeconds(-60) }, 85401],
    ['urlscheme.generate', { jump_wxa: 'pages/a' }, 47001],
    ['templateMessage.send', {}, -604100],
    ['constructor', {}, -604100],
  ])('%s of %j answers %p, and is in the outbox', (api, request, code) => {
    const { outbox, codeOf } = world();
    expect(codeOf(api, request)).toBe(code);
    expect(outbox.list()).toMatchObject([{ at: NOW.toISOString(), api, answer: { errCode: code } }]);
  });

  it('in the outbox is one of a thousand at most', () => {
    const { outbox, codeOf } = world();
    for (let count = 0; count < 2_500; count += 1) codeOf('security.msgSecCheck', { content: `${count}` });
    expect(outbox.list()).toHaveLength(1000);
    expect(outbox.list()[0]?.request).toEqual({ content: '2499' });
  });
});

describe('a code', () => {
  it('is a square PNG, the same for the same content and another for another', () => {
    expect(drawCode('a', 280)).toEqual(drawCode('a', 280));
    expect(drawCode('a', 280)).not.toEqual(drawCode('b', 280));
    const png = drawCode('a', 300);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([300, 300]);
    const length = png.readUInt32BE(33);
    expect(inflateSync(png.subarray(41, 41 + length))).toHaveLength(301 * 300);
    expect(png.readUInt32BE(41 + length)).toBe(crc32(png.subarray(37, 41 + length)));
    // The checksum's own check value, from its definition.
    expect(crc32(Buffer.from('123456789'))).toBe(0xcbf43926);
  });
});

describe('over HTTP', () => {
  const { outbox, openApi } = world();
  const double = wechatDouble(openApi);
  const post = async (path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> =>
    double.request(`${path}?access_token=emulated-access-token`, { method: 'POST', body, headers });

  it('the same calls stand at their addresses', async () => {
    expect(await (await post('/cgi-bin/message/subscribe/send', JSON.stringify(message))).json()).toMatchObject({
      errcode: 0,
    });
    expect(outbox.list()[0]).toMatchObject({ api: 'subscribeMessage.send', request: message, function: null });
    const drawn = await post('/wxa/getwxacodeunlimit', JSON.stringify({ scene: 'a' }));
    expect(drawn.headers.get('content-type')).toBe('image/png');
    const refused = await post('/wxa/getwxacodeunlimit', JSON.stringify({ scene: '' }));
    expect(await refused.json()).toMatchObject({ errcode: 40129 });
    const session = await double.request(
      '/sns/jscode2session?appid=a&secret=s&js_code=openid:lin&grant_type=authorization_code',
    );
    expect(await session.json()).toMatchObject({ openid: 'lin', session_key: expect.any(String) as string });
  });

  it('a picture comes as a form', async () => {
    const form = new FormData();
    form.append('media', new Blob(['赌博'], { type: 'image/png' }), 'a.png');
    expect(await (await post('/wxa/img_sec_check', form)).json()).toMatchObject({ errcode: 87014 });
  });

  it('without its token, or at another address, it is refused', async () => {
    const bare = await double.request('/wxa/msg_sec_check', { method: 'POST', body: '{}' });
    expect(await bare.json()).toMatchObject({ errcode: 40001 });
    expect(await (await post('/wxa/unheard_of', '{}')).json()).toEqual({
      errcode: 40066,
      errmsg: 'invalid url: /wxa/unheard_of is not supported by the emulator',
    });
  });
});

describe('with node-sdk', () => {
  let local: LocalCloud;
  beforeAll(async () => {
    local = await openLocalCloud({ dataFile: ':memory:', collections: [], functions: { handlers: {} } });
  });
  afterAll(() => local.close());

  const using = <T>(act: (app: ReturnType<typeof tcb.init>) => Promise<T>): Promise<T> =>
    local.runAs({ openid: 'lin' }, () => act(tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })));

  it('callWxOpenApi takes and gives JSON', async () => {
    const call = (apiName: string, requestData: object) => using((app) => app.callWxOpenApi({ apiName, requestData }));
    expect(await call('subscribeMessage.send', message)).toMatchObject({ result: { errcode: 0 } });
    expect(await call('/cgi-bin/message/subscribe/send', { ...message, touser: '' })).toMatchObject({
      result: { errcode: 40003 },
    });
    expect(await call('wxacode.getUnlimited', { scene: 'a' })).toMatchObject({ result: { contentType: 'image/png' } });
    expect(local.outbox.list()).toHaveLength(3);
  });

  it('callCompatibleWxOpenApi takes JSON bytes and gives what WeChat says', async () => {
    const call = (apiName: string, requestData: Buffer) =>
      using((app) => app.callCompatibleWxOpenApi({ apiName, requestData })) as Promise<unknown>;
    const said = await call('security.msgSecCheck', Buffer.from(JSON.stringify({ content: '你好' })));
    expect(JSON.parse(String(said))).toMatchObject({ errcode: 0 });
    await expect(call('security.msgSecCheck', Buffer.from([0x0a, 0xff, 0xff]))).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    });
  });

  it('knows the users it named itself, and no others', async () => {
    await using(async (app) => {
      expect(await app.auth().getEndUserInfo('uid-staff-1')).toMatchObject({
        userInfo: { uid: 'uid-staff-1', customUserId: 'staff-1', isAnonymous: false },
      });
      await expect(app.auth().getEndUserInfo('somebody')).rejects.toMatchObject({ code: 'INVALID_PARAM' });
    });
  });

  it('the outbox is shown over HTTP too', async () => {
    const address = await local.runAs({ console: true }, () =>
      Promise.resolve(new URL((JSON.parse(process.env['TCB_CONTEXT_CNFG'] ?? '') as { URL: string }).URL).origin),
    );
    const shown: unknown = await (await fetch(`${address}/emulator/outbox`)).json();
    expect(shown).toEqual(local.outbox.list());
  });
});

it('a form keeps every byte of its fields', () => {
  const boundary = '----fuzz';
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array({ maxLength: 60 })), (fields) => {
      fc.pre(Object.values(fields).every((bytes) => !Buffer.from(bytes).includes(boundary)));
      const body = Buffer.concat([
        ...Object.entries(fields).flatMap(([name, bytes]) => [
          Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
          Buffer.from(bytes),
          Buffer.from('\r\n'),
        ]),
        Buffer.from(`--${boundary}--\r\n`),
      ]);
      const parts = parseMultipart(body, `multipart/form-data; boundary=${boundary}`);
      const read = Object.fromEntries([...parts].map(([name, { content }]) => [name, [...content]]));
      expect(read).toEqual(Object.fromEntries(Object.entries(fields).map(([name, bytes]) => [name, [...bytes]])));
    }),
  );
  expect(parseMultipart(Buffer.from('{}'), 'application/json').size).toBe(0);
});
