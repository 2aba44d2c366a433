import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { Press } from './elements';

/** Where the first press brings something else under the finger. */
function TwoSteps({ onSign }: { readonly onSign: () => void }) {
  const [isAtEnd, setAtEnd] = useState(false);
  return isAtEnd ? <Press onPress={onSign}>签名提交</Press> : <Press onPress={() => setAtEnd(true)}>保存并继续</Press>;
}

const tap = (name: string, x = 100): void => {
  fireEvent.click(screen.getByRole('button', { name }), { clientX: x, clientY: 700, detail: 1 });
};

describe('a double tap', () => {
  beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => {
    jest.advanceTimersByTime(10_000);
    jest.useRealTimers();
  });

  it('does not press what it brings under the finger, however often it goes on', () => {
    const onSign = jest.fn();
    render(<TwoSteps onSign={onSign} />);
    tap('保存并继续');
    for (let nth = 0; nth < 4; nth += 1) {
      jest.advanceTimersByTime(300);
      tap('签名提交');
    }
    expect(onSign).not.toHaveBeenCalled();
  });

  it('ends when the finger has rested, and then the press counts', () => {
    const onSign = jest.fn();
    render(<TwoSteps onSign={onSign} />);
    tap('保存并继续');
    jest.advanceTimersByTime(500);
    tap('签名提交');
    expect(onSign).toHaveBeenCalledTimes(1);
  });

  it('is none when the second tap is somewhere else', () => {
    const onSign = jest.fn();
    render(<TwoSteps onSign={onSign} />);
    tap('保存并继续', 100);
    tap('签名提交', 300);
    expect(onSign).toHaveBeenCalledTimes(1);
  });

  it('is none on a keyboard', () => {
    const onSign = jest.fn();
    render(<TwoSteps onSign={onSign} />);
    tap('保存并继续');
    fireEvent.click(screen.getByRole('button', { name: '签名提交' }), { detail: 0 });
    expect(onSign).toHaveBeenCalledTimes(1);
  });
});
