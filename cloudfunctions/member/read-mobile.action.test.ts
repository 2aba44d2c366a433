import { aDraft, applyFor, consentAll } from '../testing/applicant';
import type { TestCloud } from '../testing/cloud';
import { openTestCloud } from '../testing/cloud';

describe('the number that WeChat knows', () => {
  let cloud: TestCloud;
  const weChat = jest.spyOn(globalThis, 'fetch');
  const says = (answer: object): void => {
    weChat.mockImplementation((address) =>
      Promise.resolve(
        Response.json(
          (address as string).includes('/cgi-bin/stable_token') ? { access_token: 't', expires_in: 7200 } : answer,
        ),
      ),
    );
  };
  const aNumber = (countryCode: string) => ({
    errcode: 0,
    phone_info: { purePhoneNumber: '13912345678', countryCode },
  });

  beforeAll(async () => {
    process.env['WECHAT_APP_ID'] = 'wx-test';
    process.env['WECHAT_APP_SECRET'] = 'test';
    cloud = await openTestCloud();
  });
  beforeEach(() => {
    cloud.reset();
    weChat.mockReset();
    says(aNumber('86'));
  });
  afterAll(() => {
    cloud.close();
    weChat.mockRestore();
  });

  it('is kept in the draft, masked for its owner', async () => {
    const rider = cloud.as('li');
    await consentAll(rider);
    expect(await rider.must('member.readMobile', { code: 'from-the-button' })).toEqual({ maskedMobile: '139****5678' });
    expect((await rider.must('member.showEnrolment', {})).form.maskedMobile).toBe('139****5678');
    expect(cloud.everythingWritten()).not.toContain('13912345678');
  });

  it('is not even fetched for somebody who has not agreed', async () => {
    expect(await cloud.as('li').ask('member.readMobile', { code: 'from-the-button' })).toEqual({
      ok: false,
      refusal: 'consent-needed',
    });
    expect(weChat).not.toHaveBeenCalled();
  });

  it('is not fetched while an application waits', async () => {
    const rider = cloud.as('li');
    await applyFor(rider, aDraft());
    expect(await rider.ask('member.readMobile', { code: 'from-the-button' })).toEqual({
      ok: false,
      refusal: 'application-not-editable',
    });
    expect(weChat).not.toHaveBeenCalled();
  });

  it.each([
    ['a code that WeChat never issued', { errcode: 40029, errmsg: 'invalid code' }],
    ['a number of another country', aNumber('852')],
  ])('is not taken from %s', async (_what, answer) => {
    says(answer);
    const rider = cloud.as('li');
    await consentAll(rider);
    expect(await rider.ask('member.readMobile', { code: 'x' })).toEqual({ ok: false, refusal: 'mobile-not-given' });
  });
});
