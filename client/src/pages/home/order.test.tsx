import type { SelfView } from '@contract/member';
import { render, screen } from '@testing-library/react';
import { resetServer, whenAsked } from '../../../testing/server';
import { resetPhone } from '../../../testing/taro-api';
import HomePage from '.';

beforeEach(() => {
  resetServer();
  resetPhone();
});

it.each(['volunteer', 'station-head', 'clerk', 'administrator', 'matchmaker'] as const)(
  'a %s finds the work of the union above the invitation to join',
  async (role) => {
    const until = '2027-06-30' as SelfView['roles'][number]['until'];
    const self: SelfView = {
      personId: 'pAAAAAAAAAAAAAAAAAAAAAA' as SelfView['personId'],
      name: null,
      enrolment: null,
      card: null,
      unionName: null,
      roles: [{ role, unionName: '金桥镇总工会', until }],
    };
    whenAsked('member.showSelf', { ok: true, value: self });
    render(<HomePage />);
    await screen.findByRole('button', { name: '加入工会' });
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(headings).toEqual(['工会工作', '加入工会', '不用入会也能使用']);
  },
);
