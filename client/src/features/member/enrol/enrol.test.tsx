import type { EnrolmentView } from '@contract/enrolment';
import { EnrolmentView as View } from '@contract/enrolment';
import { ConsentReceipt, consentVersions } from '@contract/consent';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { asked, resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import EnrolPage from '../pages/enrol';

const personId = `p${'a'.repeat(22)}`;
const idCard = '11010519491231002X';
const receipt = (purpose: 'membership' | 'identity-document') => ({
  purpose,
  version: consentVersions[purpose],
  receiptNo: `no-${purpose}`,
  givenAt: 1_700_000_000_000,
  withdrawnAt: null,
});
const consents = [receipt('membership'), receipt('identity-document')].map((given) => ConsentReceipt.parse(given));
const blankForm = {
  occupation: null,
  workRelation: null,
  employerName: null,
  employerCode: null,
  workAreaId: null,
  homeAreaId: null,
  name: null,
  maskedMobile: null,
  documentKind: null,
  maskedNumber: null,
};
const worked = { ...blankForm, occupation: 'food-delivery', workAreaId: 'weifang' };
const whole = {
  ...worked,
  name: '李强',
  maskedMobile: '139****1234',
  documentKind: 'id-card',
  maskedNumber: '110105********002X',
};
const choice = { unionId: 'weifang', name: '潍坊新村街道总工会', level: 'street', rule: 'work-area' };
const union = { choice, recommended: true, reason: null };
const fresh = {
  state: 'draft',
  form: blankForm,
  consents: [],
  union: null,
  clock: null,
  history: [],
  missing: ['occupation', 'workAreaId', 'union', 'name', 'mobile', 'document'],
  may: { edit: true, submit: false, withdraw: false },
};
const anEnrolment = (about: object = {}): EnrolmentView => View.parse({ ...fresh, ...about });

const atWork = anEnrolment({ consents });
const atIdentity = anEnrolment({ consents, form: worked, union, missing: ['name', 'mobile', 'document'] });
const atSignature = anEnrolment({
  consents,
  form: whole,
  union,
  missing: [],
  may: { edit: true, submit: true, withdraw: false },
});

function given(view: EnrolmentView): void {
  const self = { personId, name: null, enrolment: 'draft', card: null, unionName: null, roles: [] };
  whenAsked('member.showSelf', { ok: true, value: self as never });
  whenAsked('member.showEnrolment', { ok: true, value: view });
  whenAsked('member.listAreas', { ok: true, value: { areas: [{ id: 'weifang' as never, name: '潍坊新村街道' }] } });
}

const openPage = async (): Promise<void> => {
  render(<EnrolPage />);
  await act(async () => Promise.resolve());
};
const press = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await act(async () => Promise.resolve());
};
const type = (label: string, text: string): void =>
  void fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value: text } });
const leave = async (label: string): Promise<void> => {
  fireEvent.blur(screen.getByRole('textbox', { name: label }));
  await act(async () => Promise.resolve());
};

// jsdom lays nothing out, so nothing scrolls there.
const seen: string[] = [];
Element.prototype.scrollIntoView = function () {
  seen.push(this.id);
};

beforeEach(() => {
  resetServer();
  resetPhone();
  seen.length = 0;
});

describe('consents', () => {
  it('are never ticked beforehand, and the two needed ones stop one who ticked neither', async () => {
    given(anEnrolment());
    await openPage();
    const boxes = screen.getAllByRole('checkbox');
    expect(boxes.map((box) => box.getAttribute('aria-checked'))).toEqual(['false', 'false', 'false']);
    await press('同意并继续');
    expect(screen.getByText('还需要您同意入会必需的两项')).toBeTruthy();
    expect(timesAsked('member.giveConsents')).toBe(0);
  });

  it('lead one who goes on too early to the first that is missing, and mark what is missing', async () => {
    given(anEnrolment());
    await openPage();
    fireEvent.click(screen.getByRole('checkbox', { name: '同意用我的资料办理入会' }));
    await press('同意并继续');
    expect(seen).toEqual(['consent-identity-document']);
    expect(screen.getAllByText('入会需要这一项，请看过后点选')).toHaveLength(1);
    const missing = screen.getByRole('checkbox', { name: '同意用我的证件号码核对身份' });
    expect(document.activeElement).toBe(missing);
    fireEvent.click(missing);
    expect(screen.queryByText('入会需要这一项，请看过后点选')).toBeNull();
  });

  it('are given one by one: what was not ticked is not sent', async () => {
    given(anEnrolment());
    whenAsked('member.giveConsents', { ok: true, value: { receipts: consents } });
    await openPage();
    fireEvent.click(screen.getByRole('checkbox', { name: '同意用我的资料办理入会' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '同意用我的证件号码核对身份' }));
    await press('同意并继续');
    expect(asked.find(({ name }) => name === 'member.giveConsents')?.input).toEqual({
      consents: [
        { purpose: 'membership', version: consentVersions.membership },
        { purpose: 'identity-document', version: consentVersions['identity-document'] },
      ],
    });
    expect(screen.getByText(/no-membership/)).toBeTruthy();
  });
});

describe('the form', () => {
  it('goes on at the first step that is not complete, on whichever day', async () => {
    given(atIdentity);
    await openPage();
    expect(screen.getByText('第4步，共5步：您的身份')).toBeTruthy();
  });

  it('names what is missing and sends nothing', async () => {
    given(atWork);
    await openPage();
    await press('保存并继续');
    expect(screen.getByText('请先填好或改好：职业、在哪个街镇工作')).toBeTruthy();
    expect(timesAsked('member.saveDraft')).toBe(0);
  });

  it('says beside the field that the ID card does not add up, and keeps the number here', async () => {
    given(atIdentity);
    whenAsked('member.saveDraft', { ok: true, value: atIdentity });
    await openPage();
    type('证件号码', '110105194912310021');
    expect(screen.getByText('号码有误，请对照证件检查')).toBeTruthy();
    await press('保存并继续');
    expect(JSON.stringify(asked)).not.toContain('110105194912310021');
  });

  it('counts along while an ID card is typed', async () => {
    given(atIdentity);
    await openPage();
    type('证件号码', '1101051949');
    expect(screen.getByText('还差8位')).toBeTruthy();
    type('证件号码', idCard);
    expect(screen.getByText('号码核对无误')).toBeTruthy();
  });

  it('shows a saved number masked only, until one types it anew', async () => {
    given({ ...atIdentity, form: { ...atIdentity.form, maskedNumber: '110105********002X', documentKind: 'id-card' } });
    await openPage();
    expect(screen.getByText('110105********002X')).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: '证件号码' })).toBeNull();
    await press('修改证件号码');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '证件号码' }).value).toBe('');
  });

  it('keeps what was typed when the network is gone, but never a number on the phone', async () => {
    given(atIdentity);
    whenAsked('member.saveDraft', 'no-network');
    await openPage();
    type('姓名', '李强');
    type('手机号', '13900001234');
    type('证件号码', idCard);
    await leave('证件号码');
    expect(screen.getByText('还没有保存')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '姓名' }).value).toBe('李强');
    const onThePhone = JSON.stringify([...phone.storage.values()]);
    expect(onThePhone).toContain('李强');
    expect(onThePhone).not.toContain('13900001234');
    expect(onThePhone).not.toContain(idCard);
  });

  it('brings back after a reload what was typed, to the person who typed it', async () => {
    phone.storage.set('enrolment-typing', { personId, typing: { name: '李强' } });
    given(atIdentity);
    await openPage();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '姓名' }).value).toBe('李强');
  });

  it('shows nobody what somebody else typed on this phone', async () => {
    phone.storage.set('enrolment-typing', { personId: `p${'b'.repeat(22)}`, typing: { name: '李强' } });
    given(atIdentity);
    await openPage();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '姓名' }).value).toBe('');
  });

  it('goes on with one press though leaving the field saves at the same moment', async () => {
    given(atIdentity);
    whenAsked('member.saveDraft', { ok: true, value: atSignature });
    await openPage();
    type('姓名', '李强');
    type('手机号', '13900001234');
    type('证件号码', idCard);
    fireEvent.blur(screen.getByRole('textbox', { name: '证件号码' }));
    await press('保存并继续');
    expect(await screen.findByText('入会申请书')).toBeTruthy();
  });

  it('says that somebody under sixteen cannot apply yet, beside the number', async () => {
    given(atIdentity);
    whenAsked('member.saveDraft', { ok: false, refusal: 'too-young' });
    await openPage();
    type('证件号码', idCard);
    await leave('证件号码');
    expect(screen.getByText('未满16周岁，暂时不能申请入会')).toBeTruthy();
  });
});

describe('the signature', () => {
  it('hands in once, however often the button is pressed', async () => {
    given(atSignature);
    const clock = { state: 'submitted', clock: {} };
    whenAsked('member.apply', { ok: true, value: clock as never });
    await openPage();
    const button = screen.getByRole('button', { name: /我自愿加入并提交/ });
    await act(async () => {
      fireEvent.click(button);
      fireEvent.click(button);
      await Promise.resolve();
    });
    expect(timesAsked('member.apply')).toBe(1);
    expect(phone.opened.map(({ by, url }) => [by, url])).toEqual([
      ['redirectTo', '/features/member/pages/status/index?handedIn=now'],
    ]);
  });

  it('has a way on for a number that is in use: another phone, the hotline, the number itself', async () => {
    given(atSignature);
    whenAsked('member.apply', { ok: false, refusal: 'id-card-in-use' });
    await openPage();
    await press(/我自愿加入并提交/);
    expect(screen.getByText(/另一个微信或另一部手机/)).toBeTruthy();
    await press('拨打工会热线12351');
    expect(phone.called).toEqual(['12351']);
    await press('检查证件号码');
    expect(screen.getByText('第4步，共5步：您的身份')).toBeTruthy();
  });

  it('begins again for somebody who was refused before', async () => {
    given({ ...atSignature, state: 'refused', may: { edit: true, submit: false, withdraw: false } });
    whenAsked('member.saveDraft', { ok: true, value: atSignature });
    whenAsked('member.apply', { ok: true, value: { state: 'submitted', clock: {} } as never });
    await openPage();
    await press(/我自愿加入并提交/);
    expect(asked.slice(-2).map(({ name }) => name)).toEqual(['member.saveDraft', 'member.apply']);
  });
});

describe('an application that was sent back', () => {
  const returned: EnrolmentView = {
    ...atSignature,
    state: 'returned',
    history: [
      {
        step: 'return',
        at: 1_700_000_000_000 as never,
        office: '潍坊新村街道总工会',
        reasons: ['document-differs', 'work-unclear'],
        note: '请写清楚站点',
      },
    ],
  };

  it('opens with the reasons at the first thing to correct, and leads through all of them', async () => {
    given(returned);
    await openPage();
    expect(screen.getByText('潍坊新村街道总工会请您补正')).toBeTruthy();
    expect(screen.getByText('证件号码需要核对')).toBeTruthy();
    expect(screen.getByText('工会留言：请写清楚站点')).toBeTruthy();
    expect(screen.getByText('第2步，共5步：您的工作')).toBeTruthy();
    await press('保存并继续');
    expect(screen.getByText('第4步，共5步：您的身份')).toBeTruthy();
    await press('保存并继续');
    expect(screen.getByText('第5步，共5步：签名提交')).toBeTruthy();
  });
});

it('leads somebody whose application waits to where it stands', async () => {
  given(anEnrolment({ state: 'submitted', may: { edit: false, submit: false, withdraw: true } }));
  await openPage();
  await press('查看审批进度');
  expect(phone.opened[0]?.url).toBe('/features/member/pages/status/index');
});
