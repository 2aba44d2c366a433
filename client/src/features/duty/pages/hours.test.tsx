import type { ValueFor } from '@/use-question';
import { fireEvent, render, screen } from '@testing-library/react';
import { aCertificate, anEntry } from '../../../../testing/a-book';
import { shiftNow } from '../../../../testing/a-shift';
import { press, sent, settle } from '../../../../testing/press';
import { resetServer, timesAsked, whenAsked } from '../../../../testing/server';
import { phone, resetPhone } from '../../../../testing/taro-api';
import CertificatePage from './certificate';
import HoursPage from './hours';

const hours = (about: Partial<ValueFor<'duty.listOwnHours'>> = {}) => ({
  ok: true as const,
  value: {
    entries: [anEntry()],
    next: null,
    thisYear: 200,
    total: 1_440,
    mix: [{ evidence: 'rotating-code' as const, minutes: 1_440 }],
    certificates: [],
    ...about,
  },
});
const open = async (Page: () => React.JSX.Element): Promise<void> => {
  render(<Page />);
  await settle();
};

beforeEach(() => {
  resetServer();
  resetPhone();
  jest.spyOn(Date, 'now').mockReturnValue(shiftNow);
});
afterEach(() => jest.restoreAllMocks());

describe('one’s own hours', () => {
  it('tells the year, the whole and what they rest on', async () => {
    whenAsked('duty.listOwnHours', hours());
    await open(HoursPage);
    expect(screen.getByText('3 小时 20 分')).toBeTruthy();
    expect(screen.getByText('从开始到现在，一共 24 小时')).toBeTruthy();
    expect(screen.getByText('扫了变化的码')).toBeTruthy();
  });

  it('shows a correction beside what it corrects, who wrote it and why', async () => {
    const corrected = anEntry({ correctedBy: 2 });
    const correction = anEntry({
      seq: 2,
      kind: 'correction',
      corrects: 1,
      minutes: 120,
      enteredBy: '陆敏',
      confirmedBy: '沈建国',
      reason: '中午就走了',
    });
    whenAsked('duty.listOwnHours', hours({ entries: [correction, corrected] }));
    await open(HoursPage);
    expect(screen.getByText('已由第 2 条更正，不再计入')).toBeTruthy();
    expect(screen.getByText('陆敏写，沈建国确认')).toBeTruthy();
    expect(screen.getByText('原因：中午就走了')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^更正/ })).toBeNull();
  });

  it('shows older entries at a press, each once', async () => {
    whenAsked('duty.listOwnHours', hours({ next: 1 }), hours({ entries: [anEntry({ seq: 0, title: '旧的班' })] }));
    await open(HoursPage);
    await press('再看一些');
    expect(sent('duty.listOwnHours')).toEqual({ before: 1 });
    expect(screen.getByText(/旧的班/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '再看一些' })).toBeNull();
  });

  it('leads whoever has none yet to the shifts', async () => {
    whenAsked('duty.listOwnHours', hours({ entries: [], total: 0, thisYear: 0, mix: [] }));
    await open(HoursPage);
    expect(screen.queryByRole('button', { name: '申请服务证明' })).toBeNull();
    await press('看看可以领的班');
    expect(phone.opened[0]?.url).toContain('open-shifts');
  });

  it('says what it wants of somebody who is no volunteer', async () => {
    whenAsked('duty.listOwnHours', { ok: false, refusal: 'not-a-volunteer' });
    await open(HoursPage);
    expect(screen.getByText(/您还不是值班志愿者/)).toBeTruthy();
  });
});

describe('a certificate', () => {
  it('is asked for from day to day, and the page tells of it after', async () => {
    whenAsked('duty.listOwnHours', hours(), hours({ certificates: [aCertificate({ state: 'asked', code: null })] }));
    whenAsked('duty.askCertificate', { ok: true, value: { certificate: aCertificate({ state: 'asked' }) } });
    await open(HoursPage);
    await press('申请服务证明');
    fireEvent.change(screen.getByLabelText('从哪天'), { target: { value: '2026-11-01' } });
    await press('交给工会办理');
    expect(sent('duty.askCertificate')).toMatchObject({ from: '2026-11-01', until: '2026-11-23' });
    expect(screen.getByText('等工会办理')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /2026年11月1日/ })).toBeNull();
  });

  it('that cannot be asked for keeps the days and says why', async () => {
    whenAsked('duty.listOwnHours', hours());
    whenAsked('duty.askCertificate', { ok: false, refusal: 'no-hours' });
    await open(HoursPage);
    await press('申请服务证明');
    await press('交给工会办理');
    expect(screen.getByText(/这些天里没有记下时长/)).toBeTruthy();
    expect(screen.getByDisplayValue('2026-01-01')).toBeTruthy();
  });

  it('without a day is not sent', async () => {
    whenAsked('duty.listOwnHours', hours());
    await open(HoursPage);
    await press('申请服务证明');
    fireEvent.change(screen.getByLabelText('到哪天'), { target: { value: '' } });
    await press('交给工会办理');
    expect(timesAsked('duty.askCertificate')).toBe(0);
    expect(screen.getByText('请选一个日子')).toBeTruthy();
  });

  const openCertificate = async (about: Parameters<typeof aCertificate>[0] = {}): Promise<void> => {
    phone.parameters = { id: 'w00000000001' };
    whenAsked('duty.listOwnHours', hours({ certificates: [aCertificate(about)] }));
    await open(CertificatePage);
  };

  it('stands there with every field of the sheet, and its letters in fours', async () => {
    await openCertificate();
    for (const text of [
      ...['李桂芬', '居民身份证（尾号1234）', 'V00000001', '2026年11月1日 至 2026年11月22日', '20 小时 30 分'],
      ...[
        '曹路镇户外职工驿站 驿站值守（5次）',
        '扫了变化的码：20 小时 30 分',
        '曹路镇总工会（单位盖章）',
        '陆敏',
        '沈建国',
      ],
      ...['021-58600000', '2026年11月23日', '7K2M', '9Q4T', 'XHJB'],
    ]) {
      expect(screen.getAllByText(text).length).toBeGreaterThan(0);
    }
    expect(screen.getAllByText('证明编号：caolu-2026-7K2M9Q').length).toBeGreaterThan(0);
  });

  it('comes as a PDF that is put where one finds it', async () => {
    const saved: string[] = [];
    URL.createObjectURL = () => 'blob:sheet';
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    whenAsked('duty.certificatePdf', { ok: true, value: { fileName: 'caolu-2026.pdf', base64: 'JVBERg==' } });
    await openCertificate();
    await press('保存 PDF');
    expect(sent('duty.certificatePdf')).toEqual({ certificateId: 'w00000000001' });
    expect(saved).toEqual(['caolu-2026.pdf']);
    expect(screen.getByText('PDF 已保存')).toBeTruthy();
  });

  it('that was revoked is read, and not taken along', async () => {
    await openCertificate({ state: 'revoked', reason: '时长算错了' });
    expect(screen.getByText('这份证明已撤销')).toBeTruthy();
    expect(screen.getByText(/时长算错了/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '保存 PDF' })).toBeNull();
  });

  it('of another is not found', async () => {
    phone.parameters = { id: 'w00000000009' };
    whenAsked('duty.listOwnHours', hours({ certificates: [aCertificate()] }));
    await open(CertificatePage);
    expect(screen.getByText('没有找到这份证明')).toBeTruthy();
  });
});
