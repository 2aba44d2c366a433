import { dutyContract } from '@contract/duty';
import { fireEvent, render, screen } from '@testing-library/react';
import { asked, resetServer, whenAsked } from '../../../../testing/server';
import { resetPhone } from '../../../../testing/taro-api';
import VerifyCertificatePage from '../pages/verify-certificate';

const Found = dutyContract.verifyCertificate.output;
const found = (more: object = {}) =>
  Found.parse({
    code: '7K2M9Q4TXHJB',
    state: 'issued',
    maskedName: '孙*姨',
    volunteerNo: 'V12345678',
    from: '2026-09-28',
    until: '2026-11-22',
    minutes: 1_230,
    mix: [
      { evidence: 'rotating-code', minutes: 1_110 },
      { evidence: 'staff-entry', minutes: 120 },
    ],
    content: ['曹路恒越广场户外服务站 门口接待（7次）'],
    unionName: '曹路镇总工会',
    contact: '021-5860 0000',
    number: 'caolu-2026-7K2M9Q',
    issuedOn: '2026-11-23',
    revokedOn: null,
    minutesNow: null,
    chainHolds: true,
    ...more,
  });

beforeEach(() => {
  resetServer();
  resetPhone();
});

const check = async (code: string): Promise<void> => {
  fireEvent.change(screen.getByLabelText(/核验码/), { target: { value: code } });
  fireEvent.click(screen.getByRole('button', { name: '核验' }));
  await screen.findByRole('button', { name: '再核验一份' }).catch(() => undefined);
};

it('tells a stranger that a certificate stands and what its hours rest on', async () => {
  whenAsked('duty.verifyCertificate', { ok: true, value: found() });
  render(<VerifyCertificatePage />);
  await check('7k2m 9q4t xhjb');
  expect(asked.map(({ input }) => input)).toEqual([{ code: '7k2m 9q4t xhjb' }]);
  expect(screen.getByText('证明有效')).toBeTruthy();
  expect(screen.getByText('孙*姨')).toBeTruthy();
  expect(screen.getByText('扫了变化的码')).toBeTruthy();
  expect(screen.getByText('工作人员补录，两人确认')).toBeTruthy();
});

it('says plainly that one was revoked, and never that it stands', async () => {
  whenAsked('duty.verifyCertificate', { ok: true, value: found({ state: 'revoked', revokedOn: '2026-11-23' }) });
  render(<VerifyCertificatePage />);
  await check('7K2M9Q4TXHJB');
  expect(screen.getByText('证明已撤销')).toBeTruthy();
  expect(screen.queryByText('证明有效')).toBeNull();
});

it('does not call valid what was tampered with', async () => {
  whenAsked('duty.verifyCertificate', { ok: true, value: found({ chainHolds: false, minutesNow: 1_100 }) });
  render(<VerifyCertificatePage />);
  await check('7K2M9Q4TXHJB');
  expect(screen.getByText('记录对不上')).toBeTruthy();
  expect(screen.queryByText('证明有效')).toBeNull();
  expect(screen.getByText(/记录有过更正/)).toBeTruthy();
});

it('says what to do about a code that nobody knows, and keeps it to be put right', async () => {
  whenAsked('duty.verifyCertificate', { ok: false, refusal: 'certificate-not-found' });
  render(<VerifyCertificatePage />);
  await check('AAAA BBBB CCCC');
  expect(await screen.findByText(/没有这份证明/)).toBeTruthy();
  expect(screen.getByDisplayValue('AAAA BBBB CCCC')).toBeTruthy();
});
