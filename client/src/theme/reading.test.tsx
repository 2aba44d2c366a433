import { act, render, screen } from '@testing-library/react';
import { phone, resetPhone } from '../../testing/taro-api';
import { setElderMode, sizeForFactor, useReadingSize } from './reading';

function Shown() {
  return <p>{useReadingSize()}</p>;
}

beforeEach(resetPhone);

it('follows the text size that is set in WeChat', () => {
  expect(sizeForFactor(1)).toBe('normal');
  expect(sizeForFactor(1.1)).toBe('large');
  expect(sizeForFactor(1.3)).toBe('elder');
  expect(sizeForFactor(2)).toBe('elder');
});

it('changes every page at once when elder mode is switched, and keeps the choice', () => {
  render(<Shown />);
  expect(screen.getByText('normal')).toBeTruthy();
  act(() => setElderMode(true));
  expect(screen.getByText('elder')).toBeTruthy();
  expect(phone.storage.get('elder-mode')).toBe('on');
  act(() => setElderMode(false));
  expect(screen.getByText('normal')).toBeTruthy();
});
